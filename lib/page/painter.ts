/** Paints findings by CSS highlights: the page's own nodes are never edited. */
import type { Finding, Level } from '../analysis/types';
import { isShadowRoot } from './dom';
import { MAX_PAINTED } from './limits';

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
export class Painter {
  readonly #registry = CSS.highlights;
  readonly #shadowSheet: string | undefined;
  readonly #highlights = new Map<string, Highlight>();
  readonly #adopted = new WeakSet<ShadowRoot>();
  #painted = 0;
  #pulseEnd: ReturnType<typeof setTimeout> | undefined;

  /** @param shadowSheet looks of the highlights, for browsers where the document's do not reach into shadow trees */
  constructor(shadowSheet?: string) {
    this.#shadowSheet = shadowSheet;
  }

  /** Paints ranges in a style; false where some were left out because there are too many. */
  add(style: Style, ranges: readonly Range[]): boolean {
    const highlight = this.#highlight(style);
    for (const range of ranges) {
      if (!this.hasRoom(style)) return false;
      this.#adopt(range.startContainer);
      highlight.add(range);
      this.#painted++;
    }
    return true;
  }

  /** Ordinary numbers use up at most half of the room, so that a page full of them hides nothing. */
  hasRoom(style: Style): boolean {
    return this.#painted < (style === 'number' ? MAX_PAINTED / 2 : MAX_PAINTED);
  }

  /** Takes ranges away, whatever their style. */
  remove(ranges: readonly Range[]): void {
    for (const range of ranges) {
      for (const highlight of this.#highlights.values()) {
        if (highlight.delete(range)) this.#painted--;
      }
    }
  }

  /** Marks ranges for two seconds, to show where a reason stands. */
  pulse(ranges: readonly Range[]): void {
    clearTimeout(this.#pulseEnd);
    this.#registry.set(PULSE, new Highlight(...ranges));
    this.#pulseEnd = setTimeout(() => this.#registry.delete(PULSE), 2_000);
  }

  /** Puts our highlights back where the page has cleared or replaced them. */
  restore(): void {
    for (const [name, highlight] of this.#highlights) {
      if (highlight.size > 0 && this.#registry.get(name) !== highlight) this.#registry.set(name, highlight);
    }
  }

  /** Takes every highlight of ours off the page. */
  clear(): void {
    clearTimeout(this.#pulseEnd);
    for (const name of [...this.#highlights.keys(), PULSE]) this.#registry.delete(name);
    this.#highlights.clear();
    this.#painted = 0;
  }

  #adopt(node: Node): void {
    const root = this.#shadowSheet === undefined ? node : node.getRootNode();
    if (!isShadowRoot(root) || this.#adopted.has(root)) return;
    this.#adopted.add(root);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(this.#shadowSheet ?? '');
    root.adoptedStyleSheets.push(sheet);
  }

  #highlight(style: Style): Highlight {
    const name = nameOf(style);
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      // A reported number inside scam words shows as reported.
      highlight.priority = style === 'reported' ? 2 : style === 'number' ? 1 : 0;
      this.#highlights.set(name, highlight);
    }
    if (this.#registry.get(name) !== highlight) this.#registry.set(name, highlight);
    return highlight;
  }
}
