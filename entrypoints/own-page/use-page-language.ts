import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Language } from '../../lib/i18n/translate';
import { changeLanguage, documentLanguage, pageLanguage } from '../../lib/page/extension-page';

interface PageLanguage {
  readonly language: Language;
  /** Chooses another one, for everything that opens from now on. */
  readonly choose: (language: Language) => Promise<void>;
  /** Asks for language and look anew. */
  readonly refresh: () => void;
}

/** The language of a page of ours: the one that the document opened in, until the background says another. */
export function usePageLanguage(): PageLanguage {
  const [language, setLanguage] = useState<Language>(documentLanguage);
  const refresh = useCallback(() => void pageLanguage().then(setLanguage), []);
  useEffect(refresh, []);
  const choose = useCallback((next: Language) => changeLanguage(next).then(setLanguage), []);
  return { language, choose, refresh };
}
