/** The one element that we add to a page: a closed shadow root that comes back and keeps its looks. */
import { afterFrame } from './after-frame';
import { documentRoot } from './document-root';
import { TopLayer } from './top-layer';

/** Page styles lose against inline `!important`, even `* { all: unset !important }`. */
const HOST_STYLE =
  'all:initial;position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;padding:0;display:block;' +
  'overflow:visible;background:transparent;pointer-events:none;z-index:2147483647;direction:ltr;color-scheme:light dark;';

/** Repairs within this time are counted, and at most so many are made, so that a fight with the page stays cheap. */
const WINDOW_MS = 1_000;
const MAX_REPAIRS = 10;

export interface OverlayHost {
  readonly root: ShadowRoot;
  /** True while the page leaves the host visible and where it was put. */
  readonly isIntact: () => boolean;
  /** Hears each time that the host was found changed, or that the page has put something into the top layer. */
  readonly onBroken: (listener: () => void, signal: AbortSignal) => void;
  /** Brings the host above everything that the page has put into the top layer. */
  readonly raise: () => void;
}

/** Puts the host into the page and keeps it there until the signal ends. */
export function createHost(css: string, signal: AbortSignal): OverlayHost {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const layer = new TopLayer(host, root);
  const inPlace = () => host.parentNode === documentRoot() && isDressed(host) && layer.isSettled();
  const restore = () => {
    const home = documentRoot();
    if (!home) return;
    dress(host);
    // Outside <body>: pages that redraw their body leave it alone.
    if (host.parentNode !== home) home.append(host);
    layer.settle();
    restoreSheet(root, css);
  };
  restore();

  let repairs = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const repair = (run: () => void) => {
    waiting = undefined;
    if (signal.aborted) return;
    if (++repairs > MAX_REPAIRS) {
      waiting = setTimeout(() => repair(run), WINDOW_MS);
      repairs = 0;
      return;
    }
    run();
    observer.takeRecords();
  };
  const repairSoon = (run: () => void) => {
    if (waiting === undefined) repair(run);
  };
  const broken = new EventTarget();
  const tellBroken = () => broken.dispatchEvent(new Event('broken'));
  const mend = () => {
    tellBroken();
    repairSoon(restore);
  };
  const observer = new MutationObserver(() => {
    if (!inPlace()) mend();
  });
  const watch = () => {
    observer.observe(host, { attributes: true });
    observer.observe(document, { childList: true });
    const home = documentRoot();
    if (home) observer.observe(home, { childList: true });
  };
  watch();
  layer.onRival(() => {
    // It lay over the card for a moment, which the browser does not tell where we are above it by its next look.
    tellBroken();
    repairSoon(() => layer.raise());
  }, signal);
  const upkeep = setInterval(() => {
    repairs = 0;
    afterFrame(() => {
      if (!inPlace()) mend();
      else layer.uncover();
    }, signal);
    watch();
  }, WINDOW_MS);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(upkeep);
    clearTimeout(waiting);
    host.remove();
  });
  return {
    root,
    isIntact: () => inPlace() && host.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    onBroken: (listener, signal) => broken.addEventListener('broken', listener, { signal }),
    raise: () => layer.raise(),
  };
}

const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** A stay in another document costs the root its sheet. */
function restoreSheet(root: ShadowRoot, css: string): void {
  let sheet = sheets.get(root);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(root, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet];
}

function dress(host: HTMLElement): void {
  for (const name of host.getAttributeNames()) {
    if (name !== 'style' && name !== 'popover') host.removeAttribute(name);
  }
  host.style.cssText = wantedStyle();
  if (host.getAttribute('popover') !== 'manual') host.popover = 'manual';
}

function isDressed(host: HTMLElement): boolean {
  return (
    host.style.cssText === asWritten(wantedStyle()) &&
    host.getAttributeNames().every((name) => name === 'style' || name === 'popover')
  );
}

/** A page's own zoom would make the card tiny and put chips beside their messages: it is taken back. */
function wantedStyle(): string {
  const zoom = documentRoot()?.currentCSSZoom ?? 1;
  return `${HOST_STYLE}zoom:${1 / (zoom > 0 ? zoom : 1)};`.replaceAll(';', '!important;');
}

const written = new Map<string, string>();
/** A style as the browser writes it down. */
function asWritten(style: string): string {
  let text = written.get(style);
  if (text === undefined) {
    const model = document.createElement('div');
    model.style.cssText = style;
    text = model.style.cssText;
    written.clear();
    written.set(style, text);
  }
  return text;
}
