/**
 * The toolbar button. A tab with findings shows level and count; all others what holds for all: new notices, lists that
 * are too old. Icons differ in shape, the title says it in words.
 */
import browser from 'webextension-polyfill';
import type { Level } from '../../lib/analysis/types';
import { translatePeople, type PeopleKey } from '../../lib/i18n/people';
import type { Params } from '../../lib/i18n/translate';
import { getLanguage, getSetting } from './settings';
import { noted, noteTrouble } from './troubles';

/** The levels that the button shows, the most serious first. */
export const SHOWN_LEVELS = ['danger', 'caution', 'notice'] as const;
type ShownLevel = Exclude<Level, 'none'>;

const COLOURS = { danger: '#b42318', caution: '#8a4b00', notice: '#1f4b8f' } as const;
const MOST = 99;
const KEY = 'toolbar';

export interface Found {
  readonly level: ShownLevel;
  readonly count: number;
}

/** What holds for every tab without findings. */
export interface Standing {
  /** Notices that were not opened yet. */
  readonly notices: number;
  /** The lists in use may no longer be the newest. */
  readonly old: boolean;
}

/** The drawing of each tab that was asked for last. */
const drawing = new Map<number, Promise<void>>();

/**
 * Shows what was found in a tab; undefined where nothing was. The person may have turned the number off. One drawing of a
 * tab after the other: what was found last stays.
 */
export async function showTab(tabId: number, found: Found | undefined): Promise<void> {
  const before = drawing.get(tabId);
  const draw = async () => {
    await before;
    await drawTab(tabId, found).catch((error: unknown) => unlessClosed(tabId, error));
  };
  const drawn = told(tabId, draw());
  drawing.set(tabId, drawn);
  await drawn;
  if (drawing.get(tabId) === drawn) drawing.delete(tabId);
}

/** Shows what holds for all tabs, and keeps it for tabs whose findings go away. */
export function showAll(now: Standing): Promise<void> {
  return told('all', drawAll(now));
}

/** Tabs, or all of them, whose button could not be drawn. */
const failing = new Set<number | 'all'>();

/**
 * Waits for a drawing. One that fails is told by popup and options until it succeeds, whatever other tabs show, and what
 * asked for it goes on.
 */
async function told(place: number | 'all', drawing: Promise<void>): Promise<void> {
  try {
    await drawing;
    failing.delete(place);
    if (failing.size === 0) noted('toolbar', drawing);
  } catch (error) {
    failing.add(place);
    noteTrouble('toolbar', error);
  }
}

/** A tab that closed meanwhile has no button that anybody misses. */
async function unlessClosed(tabId: number, error: unknown): Promise<void> {
  const isOpen = await browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
  if (isOpen) throw error;
}

async function drawTab(tabId: number, found: Found | undefined): Promise<void> {
  const count = found && (await getSetting('badge')) ? found.count : 0;
  // null: the tab shows what stands for all tabs.
  const text = count === 0 ? null : count > MOST ? `${MOST}+` : String(count);
  await browser.action.setBadgeText({ tabId, text });
  if (found) await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[found.level] });
  const shown = found ?? (await standing());
  await browser.action.setIcon({ tabId, path: icon('level' in shown ? shown.level : iconOf(shown)) });
  await browser.action.setTitle({ tabId, title: await titleOf(shown) });
}

async function drawAll(now: Standing): Promise<void> {
  await browser.storage.session.set({ [KEY]: now });
  await browser.action.setBadgeText({ text: now.notices > 0 ? '!' : '' });
  await browser.action.setBadgeBackgroundColor({ color: COLOURS.notice });
  await browser.action.setIcon({ path: icon(iconOf(now)) });
  await browser.action.setTitle({ title: await titleOf(now) });
}

/**
 * Opens the popup of a tab, which says what was read there and has a box to paste into: a shortcut that finds nothing
 * must not look dead. As a tab where the browser opens no popup after a pause.
 */
export async function showPopup(tabId: number | undefined): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    const url = browser.runtime.getURL(`popup.html${tabId === undefined ? '' : `?tab=${tabId}`}`);
    await browser.tabs.create({ url });
  }
}

async function standing(): Promise<Standing> {
  const kept = (await browser.storage.session.get(KEY))[KEY] as Standing | undefined;
  return kept ?? { notices: 0, old: false };
}

function iconOf({ old }: Standing): 'icon' | 'old' {
  return old ? 'old' : 'icon';
}

function icon(name: ShownLevel | 'icon' | 'old'): Record<string, string> {
  return Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${name}-${size}.png`]));
}

async function titleOf(shown: Found | Standing): Promise<string> {
  const language = await getLanguage();
  const say = (key: PeopleKey, params: Params = {}) => translatePeople(language, key, params);
  if ('level' in shown) return say(`toolbar_${shown.level}`, { count: shown.count });
  const lines = [
    ...(shown.notices > 0 ? [say('toolbar_new', { count: shown.notices })] : []),
    ...(shown.old ? [say('toolbar_old')] : []),
  ];
  return lines.length > 0 ? lines.join('\n') : say('toolbar_rest');
}
