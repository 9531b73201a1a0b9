import type { RefObject } from 'preact';
import type { Level } from '../../lib/analysis/types';
import { useText } from '../language';
import { LevelIcon } from '../LevelIcon';

interface CardHeaderProps {
  readonly id: string;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
  readonly level: Level;
  readonly hidden: boolean;
  readonly onClose: (event: Event) => void;
}

/** The level as shape and word, the name of the extension, and the way out. */
export function CardHeader({ id, titleRef, level, hidden, onClose }: CardHeaderProps) {
  const text = useText();
  return (
    <header class="card-header">
      <LevelIcon level={level} />
      <h2 class="card-title" id={id} ref={titleRef} tabIndex={-1}>
        {hidden ? text('card_hidden') : text(`level_${level}`)}
        <span class="card-brand">{text('app_name')}</span>
      </h2>
      <button type="button" class="icon-button" aria-label={text('card_close')} onClick={onClose}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
          <path d="m5 5 10 10M15 5 5 15" fill="none" stroke="currentColor" stroke-width="2" />
        </svg>
      </button>
    </header>
  );
}
