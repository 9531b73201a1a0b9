import type { Level } from '../../lib/analysis/types';
import { useLanguage, useText } from '../language';
import { LevelIcon } from '../LevelIcon';

export interface ChipProps {
  readonly level: Level;
  /** True while the card of this unit is open. */
  readonly expanded: boolean;
  /** The original event, so that the caller can check that a person pressed. */
  readonly onOpen: (event: Event) => void;
}

/** The small button at a unit: shape and word of its level. Level none has no chip. */
export function Chip({ level, expanded, onOpen }: ChipProps) {
  const language = useLanguage();
  const text = useText();
  if (level === 'none') return null;
  const word = text(`level_${level}`);
  return (
    <button
      type="button"
      class={`chip level-${level}`}
      lang={language}
      dir="ltr"
      aria-haspopup="dialog"
      aria-expanded={expanded}
      aria-label={text('chip_label', { level: word })}
      onClick={onOpen}
    >
      <LevelIcon level={level} />
      <span>{word}</span>
    </button>
  );
}
