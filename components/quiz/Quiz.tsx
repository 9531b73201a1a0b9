import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../lib/i18n/translate';
import { useLanguage, useLocalised } from '../language';
import { LanguageSwitch } from '../LanguageSwitch';
import { usePeopleText } from '../people-text';
import type { QuizMessage } from './types';

interface QuizProps {
  readonly messages: readonly QuizMessage[];
  readonly onLanguage: (language: Language, event: Event) => void;
}

/** Messages to judge one by one, each explained after the answer; what was answered lives only in this view. */
export function Quiz({ messages, onLanguage }: QuizProps) {
  const language = useLanguage();
  const text = usePeopleText();
  const [answers, setAnswers] = useState<readonly boolean[]>([]);
  const [index, setIndex] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [index]);
  const count = messages.length;
  const message = messages[index];
  const right = answers.filter((answer, at) => answer === messages[at]?.scam).length;
  const answered = answers.length > index;
  return (
    <div class="plain-page" lang={language}>
      <header class="plain-bar">
        <h1>{text('quiz_title')}</h1>
        <LanguageSwitch onLanguage={onLanguage} />
      </header>
      <main>
        <p class="muted">{text('quiz_intro')}</p>
        {message ? (
          <section aria-labelledby="quiz-place">
            <h2 id="quiz-place" ref={heading} tabIndex={-1}>
              {text('quiz_progress', { index: index + 1, count })}
            </h2>
            <blockquote class="quiz-message" lang="vi">
              {message.text}
            </blockquote>
            {!answered && (
              <div class="actions" role="group" aria-label={text('quiz_ask')}>
                {[true, false].map((scam) => (
                  <button
                    key={String(scam)}
                    type="button"
                    class="button"
                    onClick={() => setAnswers([...answers, scam])}
                  >
                    {text(scam ? 'quiz_scam' : 'quiz_plain')}
                  </button>
                ))}
              </div>
            )}
            <div role="status">
              {answered && <Explained message={message} right={answers[index] === message.scam} />}
            </div>
            {answered && (
              <button type="button" class="button primary" onClick={() => setIndex(index + 1)}>
                {text(index + 1 < count ? 'quiz_next' : 'quiz_end')}
              </button>
            )}
          </section>
        ) : (
          <section aria-labelledby="quiz-result">
            <h2 id="quiz-result" ref={heading} tabIndex={-1}>
              {text('quiz_result', { right, count })}
            </h2>
            <p>{text('quiz_result_note')}</p>
            <button
              type="button"
              class="button"
              onClick={() => {
                setAnswers([]);
                setIndex(0);
              }}
            >
              {text('quiz_again')}
            </button>
          </section>
        )}
      </main>
    </div>
  );
}

function Explained({ message, right }: { readonly message: QuizMessage; readonly right: boolean }) {
  const text = usePeopleText();
  const pick = useLocalised();
  return (
    <>
      <p class="strong">
        {text(right ? 'quiz_right' : 'quiz_wrong')} {text(message.scam ? 'quiz_was_scam' : 'quiz_was_plain')}
      </p>
      <p>{pick(message.why)}</p>
    </>
  );
}
