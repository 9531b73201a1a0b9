import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Advice } from '../Advice';
import { useText } from '../language';
import { LevelIcon } from '../LevelIcon';
import { isAlarming, VerdictDetails, type VerdictDetailsProps } from '../VerdictDetails';

/** Long enough to let a word be finished, short enough to feel at once. */
const PAUSE_MS = 200;

export interface CheckBoxProps extends Omit<VerdictDetailsProps, 'verdict' | 'onReason'> {
  /** The verdict on the text in the box. */
  readonly checked?: VerdictDetailsProps['verdict'] | undefined;
  readonly onCheck: (text: string) => void;
}

/** A box for a number or for what was said on the phone: judged while one types, in the browser. */
export function CheckBox(props: CheckBoxProps) {
  const { checked, onCheck } = props;
  const text = useText();
  const id = useId();
  const [value, setValue] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
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
  const text = useText();
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
          <h3>{text('card_advice')}</h3>
          <Advice />
        </>
      )}
    </div>
  );
}
