/** The root of the document; null while the page has opened it anew and written nothing yet. */
export function documentRoot(): HTMLElement | null {
  return document.documentElement;
}

/** The width of the window without its scroll bar, in pixels. */
export function viewWidth(): number {
  return documentRoot()?.clientWidth ?? innerWidth;
}
