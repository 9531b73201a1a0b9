import { useEffect, useRef, useState } from 'preact/hooks';
import {
  CALL_QUESTIONS,
  judgeCall,
  nextQuestion,
  type CallAnswers,
  type CallQuestion,
} from '../../lib/report/call';
import type { HotlineContact } from '../HotlineList';
import { usePeopleText } from '../people-text';
import { CallResult } from './CallResult';

export interface CallCheckProps {
  /** Opens the calm view. */
  readonly onCalm: () => void;
  readonly hotlines: readonly HotlineContact[];
  readonly formatNumber: (number: string) => string;
  /** Begins evidence of the call, of the questions answered yes. */
  readonly onSave: (yes: readonly CallQuestion[]) => void;
}

/** The six questions, one at a time in large letters; the verdict comes as soon as the answers settle it. */
export function CallCheck({ onCalm, hotlines, formatNumber, onSave }: CallCheckProps) {
  const text = usePeopleText();
  const [answers, setAnswers] = useState<CallAnswers>({});
  const heading = useRef<HTMLHeadingElement>(null);
  const question = nextQuestion(answers);
  const answered = CALL_QUESTIONS.filter((one) => answers[one] !== undefined);

  // The next question is read out, and Tab leads on to its answers.
  useEffect(() => heading.current?.focus(), [answers]);

  const answer = (yes: boolean) => {
    if (question) setAnswers({ ...answers, [question]: yes });
  };
  const back = () => {
    const last = answered.at(-1);
    if (last) setAnswers({ ...answers, [last]: undefined });
  };

  return (
    <section class="call" aria-label={text('call_title')}>
      {question ? (
        <>
          <p class="muted">
            {text('call_progress', { index: answered.length + 1, count: CALL_QUESTIONS.length })}
          </p>
          <h2 class="call-question" ref={heading} tabIndex={-1}>
            {text(`call_question_${question}`)}
          </h2>
          <div class="call-answers">
            <button type="button" class="button" onClick={() => answer(true)}>
              {text('call_yes')}
            </button>
            <button type="button" class="button" onClick={() => answer(false)}>
              {text('call_no')}
            </button>
          </div>
        </>
      ) : (
        <CallResult
          verdict={judgeCall(answers)}
          headingRef={heading}
          onCalm={onCalm}
          hotlines={hotlines}
          formatNumber={formatNumber}
          onSave={() => onSave(answered.filter((one) => answers[one] === true))}
        />
      )}
      {answered.length > 0 && (
        <p class="actions">
          <button type="button" class="button" onClick={back}>
            {text('call_back')}
          </button>
          <button type="button" class="button" onClick={() => setAnswers({})}>
            {text('call_again')}
          </button>
        </p>
      )}
    </section>
  );
}
