/** The one element that we add to a page: a closed shadow root that comes back and keeps its looks. */

/** Page styles lose against inline `!important`, even `* { all: unset !important }`. */
const HOST_STYLE =
  'all:initial;position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;padding:0;display:block;' +
  'overflow:visible;background:transparent;pointer-events:none;z-index:2147483647;direction:ltr;color-scheme:light dark;';

/** Repairs within this time are counted, and at most so many are made, so that a fight with the page stays cheap. */
const WINDOW_MS = 1_000;
const MAX_REPAIRS = 10;

export interface OverlayHost {
  readonly root: ShadowRoot;
  /** True while the page leaves the host visible and where it was put: presses count only then. */
  readonly isTrustworthy: () => boolean;
}

/** Puts the host into the page and keeps it there until the signal ends. */
export function createHost(css: string, signal: AbortSignal): OverlayHost {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const restore = () => {
    dress(host);
    attach(host);
    // A stay in another document costs the root its sheet.
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet];
  };
  restore();

  let repairs = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const repair = () => {
    waiting = undefined;
    if (signal.aborted) return;
    if (++repairs > MAX_REPAIRS) {
      waiting = setTimeout(repair, WINDOW_MS);
      repairs = 0;
      return;
    }
    restore();
    observer.takeRecords();
  };
  const observer = new MutationObserver(() => {
    if (waiting === undefined && !isInPlace(host)) repair();
  });
  const watch = () => {
    observer.observe(host, { attributes: true });
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
  };
  watch();
  const upkeep = setInterval(() => {
    repairs = 0;
    if (!isInPlace(host)) repair();
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
    isTrustworthy: () =>
      isInPlace(host) && host.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  };
}

/** True while the host is where and as we made it. */
function isInPlace(host: HTMLElement): boolean {
  return host.parentNode === document.documentElement && isDressed(host) && isOnTop(host);
}

/** In the top layer; a browser or page that keeps popovers from showing leaves the z-index. */
function isOnTop(host: HTMLElement): boolean {
  return neverOnTop.has(host) || host.matches(':popover-open');
}

const neverOnTop = new WeakSet<HTMLElement>();

function dress(host: HTMLElement): void {
  for (const name of host.getAttributeNames()) {
    if (name !== 'style' && name !== 'popover') host.removeAttribute(name);
  }
  host.style.cssText = HOST_STYLE.replaceAll(';', '!important;');
  // The top layer is above every z-index of the page.
  if (host.getAttribute('popover') !== 'manual') host.popover = 'manual';
}

function isDressed(host: HTMLElement): boolean {
  return (
    host.style.cssText === dressedText() &&
    host.getAttributeNames().every((name) => name === 'style' || name === 'popover')
  );
}

let dressed: string | undefined;
/** The host's style as the browser writes it down. */
function dressedText(): string {
  if (dressed === undefined) {
    const model = document.createElement('div');
    model.style.cssText = HOST_STYLE.replaceAll(';', '!important;');
    dressed = model.style.cssText;
  }
  return dressed;
}

function attach(host: HTMLElement): void {
  // Outside <body>: pages that redraw their body leave it alone.
  if (host.parentNode !== document.documentElement) document.documentElement.append(host);
  try {
    if (!host.matches(':popover-open')) host.showPopover();
  } catch {
    // Without a top layer the z-index has to do.
  }
  if (!host.matches(':popover-open')) neverOnTop.add(host);
}
