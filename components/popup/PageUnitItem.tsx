import { useLocalised } from '../language';
import { usePeopleText } from '../people-text';
import { LevelIcon } from '../LevelIcon';
import { MarkButtons } from './MarkButtons';
import type { FreshnessOf } from '../numbers/standing-view';
import { VerdictDetails } from '../VerdictDetails';
import type { PageUnit, PopupEvents } from './types';

export interface PageUnitItemProps extends Pick<
  PopupEvents,
  'onShow' | 'onHide' | 'onUndo' | 'onSave' | 'onMark'
> {
  readonly unit: PageUnit;
  readonly formatNumber: (number: string) => string;
  readonly freshness: FreshnessOf;
  readonly correctionsContact?: string | undefined;
}

/** One unit of the page: level, first reason, its first words, and everything else on demand. */
export function PageUnitItem(props: PageUnitItemProps) {
  const { unit, onShow, onHide, onUndo } = props;
  const { id, verdict, excerpt, hidden } = unit;
  const text = usePeopleText();
  const pick = useLocalised();
  const [first] = verdict.reasons;
  return (
    <li class={`page-unit level-${verdict.level}`}>
      <p class="level-line">
        <LevelIcon level={verdict.level} />
        <strong>{text(`level_${verdict.level}`)}</strong>
        {hidden && <span class="muted">{text('card_hidden')}</span>}
      </p>
      {first && <p>{pick(first.text)}</p>}
      <p class="excerpt muted" dir="auto">
        {excerpt}
      </p>
      <details>
        <summary>{text('popup_details')}</summary>
        <VerdictDetails
          verdict={verdict}
          formatNumber={props.formatNumber}
          freshness={props.freshness}
          correctionsContact={props.correctionsContact}
        />
        {!hidden && (
          <MarkButtons
            mark={verdict.reasons.some(({ code }) => code === 'own-mark') ? 'scam' : undefined}
            onMark={(kind) => props.onMark(id, kind)}
          />
        )}
      </details>
      <p class="actions">
        <button
          type="button"
          class="button"
          aria-label={text('popup_show_label', { excerpt })}
          onClick={(event) => onShow(id, event)}
        >
          {text('popup_show')}
        </button>
        <button
          type="button"
          class="button"
          aria-label={text(hidden ? 'popup_undo_label' : 'popup_hide_label', { excerpt })}
          onClick={(event) => (hidden ? onUndo(id, event) : onHide(id, event))}
        >
          {text(hidden ? 'card_undo' : 'popup_hide')}
        </button>
        <button
          type="button"
          class="button"
          aria-label={text('evidence_save_label', { excerpt })}
          onClick={(event) => props.onSave(id, event)}
        >
          {text('evidence_save')}
        </button>
      </p>
    </li>
  );
}
