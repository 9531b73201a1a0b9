import type { ComponentChildren } from 'preact';
import type { Language } from '../../lib/i18n/translate';
import { useLanguage, useText } from '../language';
import { LanguageSwitch } from '../LanguageSwitch';

interface OptionsProps {
  readonly onLanguage: (language: Language, event: Event) => void;
  /** The sections, each an OptionsSection. */
  readonly children: ComponentChildren;
}

/** The frame of the options page: a bar with the language, then one section below the other. */
export function Options({ onLanguage, children }: OptionsProps) {
  const language = useLanguage();
  const text = useText();
  return (
    <div class="options-page" lang={language}>
      <header class="options-bar">
        <span>{text('app_name')}</span>
        <LanguageSwitch onLanguage={onLanguage} />
      </header>
      <main class="options">
        <h1>{text('options_title')}</h1>
        {children}
      </main>
    </div>
  );
}
