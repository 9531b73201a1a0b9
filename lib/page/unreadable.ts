/** What is never read: what a person writes, secrets, code, and what is not text of the page. */
const COMPOSERS =
  'textarea,input,select,option,[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"],' +
  '[role="textbox"],[role="searchbox"],[role="combobox"]';
const EDITORS = '.CodeMirror,.cm-editor,.monaco-editor,.ace_editor';
const NO_TEXT = 'script,style,noscript,template,svg,math,canvas,iframe,object,video,audio,datalist';

/** Selector of elements whose text is never read. No list and no site can unlock one. */
export const UNREADABLE = `${COMPOSERS},${EDITORS},${NO_TEXT}`;

/** True where the element or one around it is never read; looks through open shadow roots. */
export function isUnreadable(element: Element): boolean {
  for (let at: Element | null = element; at;) {
    if (at.closest(UNREADABLE)) return true;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return element.ownerDocument.designMode === 'on';
}
