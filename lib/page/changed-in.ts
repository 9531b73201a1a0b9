import { isElement, isText, parentNode } from './dom';

/**
 * The elements in which records of mutations say that words have come, changed or gone; some more than once.
 * @param isUnit true for elements that were read as messages
 */
export function* changedIn(
  records: readonly MutationRecord[],
  isUnit: (node: Node) => boolean,
): Generator<Element, void> {
  for (const { type, target, addedNodes, removedNodes } of records) {
    const changed = type === 'childList' ? addedNodes : [target];
    for (const node of changed) {
      const at = isText(node) ? parentNode(node) : node;
      if (at && isElement(at)) yield at;
    }
    if (type === 'childList' && removedNodes.length === 0) continue;
    // Words of a unit changed or went: it is looked at again. Elsewhere a removal says nothing new.
    for (let at: Node | null = target; at; at = parentNode(at)) {
      if (!isUnit(at)) continue;
      yield at as Element;
      break;
    }
  }
}
