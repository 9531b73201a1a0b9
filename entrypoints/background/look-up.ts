/** Ways to look something up from a page: context menu and shortcut, both lead to the side panel. */
import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { translatePeople } from '../../lib/i18n/people';
import { GIVEN_KEY, givenTextOf } from '../../lib/report/given-text';
import { draftText } from './evidence';
import { getLanguage } from './settings';
import { showPopup } from './toolbar';
import { answered } from './troubles';

const MENUS = [
  ['look-up-selection', 'selection', 'menu_look_up'],
  ['look-up-link', 'link', 'menu_look_up_link'],
  ['look-up-image', 'image', 'menu_look_up_image'],
  ['save-evidence', 'selection', 'menu_save_evidence'],
] as const;

/** Writes the context menu in the person's language: after install, update, or a change of language. */
export async function writeMenus(): Promise<void> {
  const language = await getLanguage();
  await browser.contextMenus.removeAll();
  for (const [id, context, key] of MENUS) {
    browser.contextMenus.create({ id, contexts: [context], title: translatePeople(language, key) });
  }
}

/** Looks up what was pressed in the context menu. */
export function lookUpPressed(info: Menus.OnClickData, tab: Tabs.Tab | undefined): void {
  if (!MENUS.some(([id]) => id === info.menuItemId)) return;
  if (info.menuItemId === 'save-evidence') {
    const text = givenTextOf({ selectionText: info.selectionText });
    if (text !== undefined) answered('save-evidence', draftText(text, 'menu', tab), () => showPopup(tab?.id));
    return;
  }
  openPanel(tab);
  if (info.menuItemId === 'look-up-image')
    inPanel(lookUpInFrame(tab?.id, altOf, info.srcUrl ?? '', info.frameId));
  else inPanel(give(givenTextOf(info)));
}

/** Looks up the selected text of a tab. */
export function lookUpSelection(tab: Tabs.Tab | undefined): void {
  openPanel(tab);
  inPanel(lookUpInFrame(tab?.id, selectionOf, ''));
}

/** Begins evidence of the selected text of a tab; false where nothing is selected or can be read. */
export async function saveSelection(tab: Tabs.Tab | undefined): Promise<boolean> {
  const text = await textInFrames(tab?.id, selectionOf, '');
  if (text !== undefined) await draftText(text, 'shortcut', tab);
  return text !== undefined;
}

/** The panel is open and tells what failed; its box waits for a paste. */
function inPanel(job: Promise<void>): void {
  answered('look-up', job, () => Promise.resolve());
}

async function lookUpInFrame(...args: Parameters<typeof textInFrames>): Promise<void> {
  await give(await textInFrames(...args));
}

/** What `func` gives in a frame, or in the first of all that gives something. Rejects where the page may not be read. */
async function textInFrames(
  tabId: number | undefined,
  func: (arg: string) => string,
  arg: string,
  frameId?: number,
): Promise<string | undefined> {
  if (tabId === undefined) return undefined;
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  const results = await browser.scripting.executeScript({
    target,
    func,
    args: [arg],
    injectImmediately: true,
  });
  const texts = results.map(({ result }) => (typeof result === 'string' ? result : ''));
  return givenTextOf({ selectionText: texts.find((text) => text.trim() !== '') });
}

async function give(text: string | undefined): Promise<void> {
  if (text !== undefined) await browser.storage.session.set({ [GIVEN_KEY]: text });
}

/**
 * Runs in each frame: must not use anything from outside itself. What the person selected and asked about is read
 * wherever it stands, in a composer too, as the context menu gives it.
 */
function selectionOf(): string {
  return getSelection()?.toString() ?? '';
}

/** Runs in the picture's frame: the alternative text of the picture with this address. */
function altOf(address: string): string {
  const picture = [...document.images].find(
    ({ currentSrc, src }) => currentSrc === address || src === address,
  );
  return picture?.alt ?? '';
}

interface PanelApi {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel; a tab of its own where the browser has none or takes this for no press. Called before anything
 * is awaited: browsers forget the press at the first pause.
 */
function openPanel(tab: Tabs.Tab | undefined): void {
  const api = browser as unknown as PanelApi;
  const native = (globalThis as { chrome?: PanelApi }).chrome;
  const windowId = tab?.windowId;
  const opening =
    native?.sidePanel && windowId !== undefined
      ? native.sidePanel.open({ windowId })
      : (api.sidebarAction?.open() ?? Promise.reject(new Error('no side panel')));
  answered('open-panel', opening.catch(openPanelTab), () => showPopup(tab?.id));
}

/** The panel as a tab; the one that is open already, so that no two wait for the same text. */
async function openPanelTab(): Promise<void> {
  const url = browser.runtime.getURL('sidepanel.html');
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}
