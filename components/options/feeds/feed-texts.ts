import { useCallback } from 'preact/hooks';
import { feedText, type FeedTextKey } from '../../../lib/i18n/feed-text';
import type { Params } from '../../../lib/i18n/translate';
import { useLanguage } from '../../language';

/** The lookup of texts about feeds in the language of the view. */
export function useFeedText(): (key: FeedTextKey, params?: Params) => string {
  const language = useLanguage();
  return useCallback((key: FeedTextKey, params?: Params) => feedText(language, key, params), [language]);
}

/** A time for people, to the minute. `milliseconds` since 1970. */
export function useTime(): (milliseconds: number) => string {
  const language = useLanguage();
  return (milliseconds) =>
    new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(milliseconds);
}
