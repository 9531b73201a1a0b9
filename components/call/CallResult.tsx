import type { RefObject } from 'preact';
import type { Verdict } from '../../lib/analysis/types';
import { Advice } from '../Advice';
import { HotlineList, type HotlineContact } from '../HotlineList';
import { usePeopleText } from '../people-text';
import { LevelIcon } from '../LevelIcon';
import { ReasonList } from '../ReasonList';
import { isAlarming } from '../VerdictDetails';

interface CallResultProps {
  readonly verdict: Verdict;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onCalm: () => void;
  readonly hotlines: readonly HotlineContact[];
  readonly formatNumber: (number: string) => string;
  readonly onSave: () => void;
}

/** What the answers say, why, and what the notice advises. */
export function CallResult(props: CallResultProps) {
  const { verdict, headingRef, onCalm, hotlines, formatNumber } = props;
  const text = usePeopleText();
  const { level, reasons } = verdict;
  const key = level === 'notice' ? 'none' : level;
  return (
    <div class={`check-result level-${level}`}>
      <h2 class="level-line" ref={headingRef} tabIndex={-1}>
        <LevelIcon level={level} />
        {text(`level_${level}`)}
      </h2>
      <p>{text(`call_verdict_${key}`)}</p>
      {isAlarming(verdict) && (
        <>
          <p class="strong">{text('verdict_act')}</p>
          <button type="button" class="button primary" onClick={onCalm}>
            {text('calm_open')}
          </button>
          <h3>{text('card_reasons')}</h3>
          <ReasonList reasons={reasons} />
          <h3>{text('card_advice')}</h3>
          <Advice />
        </>
      )}
      <p class="actions">
        <button type="button" class="button" onClick={props.onSave}>
          {text('evidence_save')}
        </button>
      </p>
      <h3>{text('popup_hotlines')}</h3>
      <HotlineList hotlines={hotlines} formatNumber={formatNumber} compact />
    </div>
  );
}
