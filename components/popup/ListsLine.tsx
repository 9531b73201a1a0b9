import { formatDate } from '../../lib/i18n/iso-date';
import { useLanguage, useText } from '../language';
import type { ListsAge } from './types';

/** Which lists are in use and how old they are. */
export function ListsLine({ lists }: { readonly lists: ListsAge | undefined }) {
  const language = useLanguage();
  const text = useText();
  if (!lists) return null;
  const params = { version: lists.version, date: formatDate(language, lists.date) };
  return (
    <div class="lists-line muted">
      <p>{text(lists.embedded ? 'popup_lists_embedded' : 'popup_lists_updated', params)}</p>
      {lists.unstored && <p>{text('popup_lists_unstored')}</p>}
      {lists.stale && <p>{text('popup_lists_stale')}</p>}
    </div>
  );
}
