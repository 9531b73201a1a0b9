import { useEffect, useId, useRef } from 'preact/hooks';
import type { Verdict } from '../../lib/analysis/types';
import type { HotlineContact } from '../HotlineList';
import { useLanguage } from '../language';
import type { FreshnessOf } from '../numbers/standing-view';
import { CardBody } from './CardBody';
import { CardHeader } from './CardHeader';
import { CardFooter, HiddenFooter, type Outcome } from './CardFooter';

/** Every event is handed on as it came, so that the caller can check that a person caused it. */
export interface CardEvents {
  readonly onReason: (index: number, event: Event) => void;
  readonly onNotice: (event: Event) => void;
  readonly onSave: (event: Event) => void;
  readonly onHide: (event: Event) => void;
  readonly onUndo: (event: Event) => void;
  readonly onClose: (event: Event) => void;
}

export interface CardProps extends CardEvents {
  readonly verdict: Verdict;
  /** True after onHide: the card offers to undo it. */
  readonly hidden: boolean;
  /** What became of the last press; absent before one, and where there is nothing to say. */
  readonly outcome?: Outcome | undefined;
  /** Of header, body and buttons the first so many are drawn; absent: all. */
  readonly parts?: number | undefined;
  /** False where the card opens by itself: what the person is doing goes on. */
  readonly takeFocus: boolean;
  readonly hotlines: readonly HotlineContact[];
  readonly formatNumber: (number: string) => string;
  readonly freshness: FreshnessOf;
  readonly correctionsContact?: string | undefined;
}

/** Parts of a card that may be drawn one after the other: its header, its body, its buttons. */
export const ALL_PARTS = 3;

/** What was found in one unit and what to do: a dialog beside the page, which stays usable. */
export function Card(props: CardProps) {
  const { verdict, hidden, parts = ALL_PARTS, takeFocus, onClose } = props;
  const language = useLanguage();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) title.current?.focus({ preventScroll: true });
  }, [hidden, takeFocus]);
  return (
    <section
      class={`card level-${verdict.level}`}
      // Nothing to be led to before it is whole.
      role={parts === ALL_PARTS ? 'dialog' : undefined}
      aria-modal="false"
      aria-labelledby={titleId}
      lang={language}
      dir="ltr"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onClose(event);
      }}
    >
      <CardHeader id={titleId} titleRef={title} level={verdict.level} hidden={hidden} onClose={onClose} />
      {hidden ? (
        <HiddenFooter outcome={props.outcome} onUndo={props.onUndo} />
      ) : (
        <>
          {parts > 1 && <CardBody {...props} />}
          {parts === ALL_PARTS && <CardFooter {...props} />}
        </>
      )}
    </section>
  );
}
