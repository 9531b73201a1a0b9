/** What somebody who hears a page is told: its accessibility tree, read from the browser. */
import type { Page } from '@playwright/test';

export interface TreeNode {
  readonly role: string;
  readonly name: string;
  /** Of a heading. */
  readonly level?: number | undefined;
}

/** Roles that say nothing without a name. */
const NAMED = [
  'button',
  'link',
  'textbox',
  'searchbox',
  'checkbox',
  'radio',
  'radiogroup',
  'combobox',
  'listbox',
  'slider',
  'spinbutton',
  'region',
  'dialog',
  'navigation',
  'image',
  'grid',
  'table',
];

/** The nodes of a page that are told, in the order in which they are read. */
export async function accessibilityTree(page: Page): Promise<TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): TreeNode[] => {
    const node = byId.get(id);
    if (!node) return [];
    const level = node.properties?.find(({ name }) => name === 'level')?.value.value as number | undefined;
    const own = { role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '').trim(), level };
    return [...(node.ignored ? [] : [own]), ...(node.childIds ?? []).flatMap(read)];
  };
  return read(nodes[0]?.nodeId ?? '');
}

/** What is wrong with a tree: nameless controls, no single main part or title, headings that skip a level. */
export function treeFaults(nodes: readonly TreeNode[]): string[] {
  const faults = nodes
    .filter(({ role, name }) => NAMED.includes(role) && name === '')
    .map(({ role }) => `${role} without a name`);
  for (const [what, count] of [
    ['main', nodes.filter(({ role }) => role === 'main').length],
    ['title', nodes.filter(({ role, level }) => role === 'heading' && level === 1).length],
  ] as const)
    if (count !== 1) faults.push(`${count} of ${what}`);
  let before = 0;
  for (const { role, name, level = 0 } of nodes) {
    if (role !== 'heading') continue;
    if (name === '') faults.push('heading without words');
    if (level > before + 1) faults.push(`heading "${name}" of level ${level} after one of ${before}`);
    before = level;
  }
  return faults;
}

/** Marks the live regions that are there now and are told: words that come later are read out there alone. */
export async function markLiveRegions(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const region of document.querySelectorAll<HTMLElement>('[role=status],[role=alert],[aria-live]'))
      if (region.checkVisibility()) region.dataset.wasLive = '';
  });
}

/** Tells `hear` of each live region that comes together with its words, in this page and after it is loaded anew. */
export async function onSilentRegion(page: Page, hear: (words: string) => void): Promise<void> {
  const SIGN = 'silent region: ';
  page.on('console', (message) => {
    if (message.text().startsWith(SIGN)) hear(message.text().slice(SIGN.length));
  });
  await page.addInitScript((sign) => {
    const LIVE = '[role=status],[aria-live]';
    new MutationObserver((records) => {
      // A room that the person opens is read by them in any case.
      if (document.activeElement?.closest('nav')) return;
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        for (const region of [node, ...node.querySelectorAll(LIVE)]) {
          const isInner = region.parentElement?.closest(`${LIVE},[role=alert]`);
          if (region.matches(LIVE) && !isInner && region.textContent !== '')
            console.debug(`${sign}${region.textContent}`);
        }
      }
    }).observe(document, { childList: true, subtree: true });
  }, SIGN);
}

/** The words in the regions that were marked, and in alerts, which are read out as they come. */
export function announced(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-was-live],[role=alert]')]
      .map((region) => region.innerText)
      .join('\n'),
  );
}
