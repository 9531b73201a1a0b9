/** What is never read: what a person writes, secrets, code, and what is not text of the page. */
import { assignedSlot, closest, isShadowRoot, parentElement, parentNode } from './dom';

const COMPOSERS =
  'textarea,input,select,[contenteditable]:not([contenteditable=false i]),' +
  '[role=textbox i],[role=searchbox i],[role=combobox i]';
const EDITORS = '.CodeMirror,.cm-editor,.monaco-editor,.ace_editor';
const NO_TEXT = 'script,style,noscript,template,svg,math,canvas,iframe,object,video,audio,datalist';

/** Selector of elements whose text is never read. No list and no site can unlock one. */
export const UNREADABLE = `${COMPOSERS},${EDITORS},${NO_TEXT}`;

/** True where the element or one around it is never read; looks through open shadow roots and slots. */
export function isUnreadable(element: Element): boolean {
  for (let at: Element | null = element; at;) {
    if (closest(at, UNREADABLE)) return true;
    at = hostAround(at);
  }
  return element.ownerDocument.designMode === 'on';
}

/** The host of the shadow tree that holds the element, or the slot's composer that shows it. */
function hostAround(element: Element): Element | null {
  for (let at = element; ;) {
    const slot = assignedSlot(at);
    if (slot) return slot;
    const parent = parentElement(at);
    if (parent) at = parent;
    else {
      const root = parentNode(at);
      return root && isShadowRoot(root) ? root.host : null;
    }
  }
}
