/** Looks of the highlights in shadow trees, for browsers where the document's own do not reach into them. */
import { isShadowRoot } from './dom';

/** Brings the looks into the open shadow tree that holds a node, or back where the page has set its sheets anew. */
export type ShadowLooks = (node: Node) => void;

/** @param load gives the looks, as in the document; asked once something is painted in a shadow tree, anew where it fails */
export function shadowLooks(load: () => Promise<string>): ShadowLooks {
  const sheet = new CSSStyleSheet();
  let filled: Promise<unknown> | undefined;
  return (node) => {
    const root = node.getRootNode();
    if (!isShadowRoot(root)) return;
    filled ??= load().then(
      (css) => sheet.replaceSync(css),
      () => (filled = undefined),
    );
    const { adoptedStyleSheets: sheets } = root;
    if (!sheets.includes(sheet)) sheets.push(sheet);
  };
}
