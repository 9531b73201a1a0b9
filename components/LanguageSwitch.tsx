import { LANGUAGES, type Language } from '../lib/i18n/translate';
import { useLanguage, useText } from './language';

interface LanguageSwitchProps {
  readonly onLanguage: (language: Language, event: Event) => void;
}

/** Two buttons, each in its own language; the one in use is marked. */
export function LanguageSwitch({ onLanguage }: LanguageSwitchProps) {
  const current = useLanguage();
  const text = useText();
  return (
    <div class="language-switch" role="group" aria-label={text('language_label')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          class="button small"
          lang={language}
          aria-pressed={language === current}
          onClick={(event) => onLanguage(language, event)}
        >
          {text(`language_${language}`)}
        </button>
      ))}
    </div>
  );
}
