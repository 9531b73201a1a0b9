import { Advice } from '../Advice';
import { HotlineList } from '../HotlineList';
import { useText } from '../language';
import { isAlarming, VerdictDetails } from '../VerdictDetails';
import type { CardProps } from './Card';

/** The verdict in one sentence, its reasons, the numbers, what to do and whom to call. */
export function CardBody(props: CardProps) {
  const { verdict, takeFocus, hotlines, formatNumber } = props;
  const text = useText();
  return (
    <div class="card-body">
      {/* A card that opens by itself takes no focus, so it has to be announced. */}
      <p class="card-verdict" role={takeFocus ? undefined : 'alert'}>
        {text(`verdict_${verdict.level}`)}
      </p>
      {isAlarming(verdict) && <p>{text('verdict_act')}</p>}
      <VerdictDetails
        verdict={verdict}
        formatNumber={formatNumber}
        freshness={props.freshness}
        correctionsContact={props.correctionsContact}
        onReason={props.onReason}
      />
      {isAlarming(verdict) && (
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
