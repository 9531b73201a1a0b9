/* global chrome, document, MutationObserver, NodeFilter, requestIdleCallback */
let changed = [];

function read() {
  const texts = changed.flatMap((node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode.nodeValue);
    return found;
  });
  changed = [];
  void chrome.runtime.sendMessage({ name: 'judge', texts });
}

new MutationObserver((records) => {
  if (changed.length === 0) requestIdleCallback(read);
  changed.push(
    ...records.flatMap(({ addedNodes }) => [...addedNodes].filter(({ nodeType }) => nodeType === 1)),
  );
}).observe(document, { childList: true, subtree: true, characterData: true });
