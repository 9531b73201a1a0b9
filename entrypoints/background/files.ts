/** Files of the build that the background injects. Names are WXT's: an unlisted script lies at the top. */
export const PAGE_SCRIPT = 'page.js';
export const OVERLAY_SCRIPT = 'overlay.js';
export const HIGHLIGHT_SHEET = 'assets/highlights.css';
