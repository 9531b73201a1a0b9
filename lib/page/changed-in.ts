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
    const changed = type === 'characterData' ? [target, ...addedNodes] : addedNodes;
    for (const node of changed) {
      const at = isText(node) ? parentNode(node) : node;
      if (at && isElement(at)) yield at;
    }
    if (removedNodes.length === 0) continue;
    // Words were taken out of a unit: it is read again. Elsewhere a removal says nothing new.
    for (let at: Node | null = target; at; at = parentNode(at)) {
      if (!isUnit(at)) continue;
      yield at as Element;
      break;
    }
  }
}
