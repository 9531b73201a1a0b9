/** Paints findings by CSS highlights: the page's own nodes are never edited. */
import type { Finding, Level } from '../analysis/types';
import { MAX_PAINTED } from './limits';
import type { ShadowLooks } from './shadow-looks';

/** How something is painted. */
export type Style = 'number' | 'reported' | 'caution' | 'danger';

/** The name of a style in `CSS.highlights`; its look is in entrypoints/highlights.css. */
const nameOf = (style: Style | 'pulse') => `canh-giac-${style}`;
const PULSE = nameOf('pulse');

/** How a finding is painted in a unit of a level; undefined where it is not. Nothing is ever painted as official. */
export function styleOf(finding: Finding, level: Level): Style | undefined {
  const { kind } = finding;
  if (kind === 'masked') return 'number';
  if (kind === 'phone') return /reported|both/.test(finding.standing.kind) ? 'reported' : 'number';
  return level === 'danger' || level === 'caution' ? level : undefined;
}

/** The highlights of one document. */
export interface Painter {
  /** Paints ranges in a style; false where some were left out because there are too many. */
  add(style: Style, ranges: readonly Range[]): boolean;
  /** Ordinary numbers use up at most half of the room, so that a page full of them hides nothing. */
  hasRoom(style: Style): boolean;
  /** Takes ranges away, whatever their style. */
  take(ranges: readonly Range[]): void;
  /** Marks ranges for two seconds, to show where a reason stands. */
  flash(ranges: readonly Range[]): void;
  /** Puts back what the page has cleared, replaced or taken out of our highlights. */
  putBack(): void;
  /** Takes every highlight of ours off the page: the end. */
  clear(): void;
}

/** @param looks for browsers where the document's looks do not reach into shadow trees */
export function painterOf(looks?: ShadowLooks): Painter {
  const registry = CSS.highlights;
  const highlights = new Map<string, Highlight>();
  /** All that is painted. A page can take ranges out of a highlight: what lies in it is no measure. */
  const painted = new Map<Range, Highlight>();
  let pulseEnd: ReturnType<typeof setTimeout> | undefined;

  const hasRoom = (style: Style) => painted.size < (style === 'number' ? MAX_PAINTED / 2 : MAX_PAINTED);

  function highlightOf(style: Style): Highlight {
    const name = nameOf(style);
    let highlight = highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      // A reported number inside scam words shows as reported.
      highlight.priority = style === 'reported' ? 2 : style === 'number' ? 1 : 0;
      highlights.set(name, highlight);
    }
    if (registry.get(name) !== highlight) registry.set(name, highlight);
    return highlight;
  }

  return {
    hasRoom,
    add(style, ranges) {
      const highlight = highlightOf(style);
      for (const range of ranges) {
        if (!hasRoom(style)) return false;
        looks?.(range.startContainer);
        highlight.add(range);
        painted.set(range, highlight);
      }
      return true;
    },
    take(ranges) {
      for (const range of ranges) {
        painted.get(range)?.delete(range);
        painted.delete(range);
      }
    },
    flash(ranges) {
      clearTimeout(pulseEnd);
      registry.set(PULSE, new Highlight(...ranges));
      pulseEnd = setTimeout(() => registry.delete(PULSE), 2_000);
    },
    putBack() {
      for (const [range, highlight] of painted) {
        looks?.(range.startContainer);
        if (!highlight.has(range)) highlight.add(range);
      }
      for (const [name, highlight] of highlights) {
        if (highlight.size > 0 && registry.get(name) !== highlight) registry.set(name, highlight);
      }
    },
    clear() {
      clearTimeout(pulseEnd);
      for (const name of [...highlights.keys(), PULSE]) registry.delete(name);
    },
  };
}
