/** Looks of the highlights in shadow trees, for browsers where the document's own do not reach into them. */
import { isShadowRoot } from './dom';

/** Brings the looks into the open shadow tree that holds a node, or back where the page has set its sheets anew. */
export type ShadowLooks = (node: Node) => void;

/** @param css the looks, as in the document */
export function shadowLooks(css: string): ShadowLooks {
  let sheet: CSSStyleSheet | undefined;
  return (node) => {
    const root = node.getRootNode();
    if (!isShadowRoot(root)) return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };
}
