import { useEffect, useRef, useState } from 'preact/hooks';
import type { PeopleKey } from '../../lib/i18n/people';
import type { Language } from '../../lib/i18n/translate';
import { useLanguage } from '../language';
import { LanguageSwitch } from '../LanguageSwitch';
import { usePeopleText } from '../people-text';

const SCREENS: readonly { readonly title: PeopleKey; readonly lines: readonly PeopleKey[] }[] = [
  { title: 'welcome_what', lines: ['welcome_what_1', 'welcome_what_2', 'welcome_what_3'] },
  { title: 'welcome_reads', lines: ['welcome_reads_1', 'welcome_reads_2', 'welcome_reads_3', 'welcome_pin'] },
  { title: 'welcome_practice', lines: ['welcome_practice_1', 'welcome_practice_2'] },
];

interface WelcomeProps {
  readonly onPractice: () => void;
  readonly onQuiz: () => void;
  readonly onLanguage: (language: Language, event: Event) => void;
}

/** Three screens after the install; asks for nothing, ends on the practice pages. */
export function Welcome({ onPractice, onQuiz, onLanguage }: WelcomeProps) {
  const language = useLanguage();
  const text = usePeopleText();
  const [index, setIndex] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (index > 0) heading.current?.focus();
  }, [index]);
  const { title, lines } = SCREENS[index] ?? { title: 'welcome_what', lines: [] };
  const last = index === SCREENS.length - 1;
  return (
    <div class="plain-page" lang={language}>
      <header class="plain-bar">
        <h1>{text('welcome_title')}</h1>
        <LanguageSwitch onLanguage={onLanguage} />
      </header>
      <main>
        <section class="welcome" aria-labelledby="welcome-heading">
          <p class="muted">{text('welcome_progress', { index: index + 1, count: SCREENS.length })}</p>
          <h2 id="welcome-heading" ref={heading} tabIndex={-1}>
            {text(title)}
          </h2>
          <ul class="welcome-lines">
            {lines.map((line) => (
              <li key={line}>{text(line)}</li>
            ))}
          </ul>
          <p class="actions">
            {last ? (
              <>
                <button type="button" class="button primary" onClick={onPractice}>
                  {text('welcome_open_practice')}
                </button>
                <button type="button" class="button" onClick={onQuiz}>
                  {text('welcome_open_quiz')}
                </button>
              </>
            ) : (
              <button type="button" class="button primary" onClick={() => setIndex(index + 1)}>
                {text('welcome_next')}
              </button>
            )}
            {index > 0 && (
              <button type="button" class="button" onClick={() => setIndex(index - 1)}>
                {text('welcome_back')}
              </button>
            )}
          </p>
        </section>
      </main>
    </div>
  );
}
