import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Advice } from '../Advice';
import { usePeopleText } from '../people-text';
import type { MarkKind } from '../../lib/report/marks';
import { LevelIcon } from '../LevelIcon';
import { MarkButtons } from './MarkButtons';
import { isAlarming, VerdictDetails, type VerdictDetailsProps } from '../VerdictDetails';

/** Long enough to let a word be finished, short enough to feel at once. */
const PAUSE_MS = 200;

export interface CheckBoxProps extends Omit<VerdictDetailsProps, 'verdict' | 'onReason'> {
  /** The verdict on the text in the box. */
  readonly checked?: VerdictDetailsProps['verdict'] | undefined;
  readonly onCheck: (text: string) => void;
  /** Text that was brought along, such as from the context menu; a new object fills the box anew. */
  readonly given?: { readonly text: string } | undefined;
  /** What the person said of the text. */
  readonly mark?: MarkKind | undefined;
  readonly onMarkText: (kind: MarkKind | undefined) => void;
  readonly onSaveText: (event: Event) => void;
  /** Opens the calm view. */
  readonly onCalm: (event: Event) => void;
}

/** A box for a number or for what was said on the phone: judged while one types, in the browser. */
export function CheckBox(props: CheckBoxProps) {
  const { checked, given, onCheck } = props;
  const text = usePeopleText();
  const id = useId();
  const [value, setValue] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!given) return;
    change(given.text);
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [given]);
  const change = (next: string) => {
    setValue(next);
    clearTimeout(timer.current);
    const pause = next.trim() === '' ? 0 : PAUSE_MS;
    timer.current = setTimeout(() => onCheck(next), pause);
  };
  return (
    <section class="check">
      <h2>
        <label for={id}>{text('popup_check')}</label>
      </h2>
      <textarea
        id={id}
        ref={box}
        rows={3}
        value={value}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p class="muted" id={`${id}-hint`}>
        {text('popup_check_hint')}
      </p>
      {value !== '' && (
        <p class="actions">
          <button type="button" class="button" onClick={() => change('')}>
            {text('popup_check_clear')}
          </button>
        </p>
      )}
      <div role="status">
        {value.trim() !== '' && checked && <CheckResult {...props} checked={checked} />}
      </div>
    </section>
  );
}

function CheckResult(props: CheckBoxProps & { readonly checked: VerdictDetailsProps['verdict'] }) {
  const { checked } = props;
  const text = usePeopleText();
  return (
    <div class={`check-result level-${checked.level}`}>
      <p class="level-line">
        <LevelIcon level={checked.level} />
        <strong>{text(`level_${checked.level}`)}</strong>
      </p>
      <p>{text(`verdict_${checked.level}`)}</p>
      {isAlarming(checked) && <p>{text('verdict_act')}</p>}
      <VerdictDetails
        verdict={checked}
        formatNumber={props.formatNumber}
        freshness={props.freshness}
        correctionsContact={props.correctionsContact}
      />
      {isAlarming(checked) && (
        <>
          <button type="button" class="button primary" onClick={props.onCalm}>
            {text('calm_open')}
          </button>
          <h3>{text('card_advice')}</h3>
          <Advice />
        </>
      )}
      <MarkButtons mark={props.mark} onMark={props.onMarkText} />
      <p class="actions">
        <button type="button" class="button" onClick={props.onSaveText}>
          {text('evidence_save')}
        </button>
      </p>
    </div>
  );
}
