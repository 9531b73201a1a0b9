import { Advice } from '../Advice';
import { HotlineList } from '../HotlineList';
import { useText } from '../language';
import { NumberList } from '../numbers/NumberList';
import { distinctNumbers } from '../numbers/standing-view';
import { ReasonList } from '../ReasonList';
import type { CardProps } from './Card';

/** The verdict in one sentence, its reasons, the numbers, what to do and whom to call. */
export function CardBody(props: CardProps) {
  const { verdict, hotlines, formatNumber, freshness, correctionsContact, onReason } = props;
  const text = useText();
  const numbers = distinctNumbers(verdict.findings);
  const alarming = verdict.level === 'danger' || verdict.level === 'caution';
  return (
    <div class="card-body">
      <p class="card-verdict">{text(`verdict_${verdict.level}`)}</p>
      {verdict.reasons.length > 0 && (
        <>
          <h3>{text('card_reasons')}</h3>
          <p class="muted">{text('card_reasons_hint')}</p>
          <ReasonList reasons={verdict.reasons} onReason={onReason} />
        </>
      )}
      {numbers.length > 0 && (
        <>
          <h3>{text('card_numbers')}</h3>
          <NumberList
            entries={numbers}
            formatNumber={formatNumber}
            freshness={freshness}
            alarming={alarming}
            correctionsContact={correctionsContact}
          />
        </>
      )}
      {alarming && (
        <>
          <h3>{text('card_advice')}</h3>
          <Advice />
        </>
      )}
      {hotlines.length > 0 && (
        <>
          <h3>{text('card_hotlines')}</h3>
          <HotlineList hotlines={hotlines} formatNumber={formatNumber} compact />
        </>
      )}
    </div>
  );
}
