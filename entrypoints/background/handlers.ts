/** What the background answers to each message. */
import browser from 'webextension-polyfill';
import type { JudgedUnit } from '../../lib/messages';
import type { Caller, Handlers } from '../../lib/message-server';
import { pageSite } from '../../lib/lists/page-site';
import { sensitivityExamples } from '../../lib/analysis/sensitivity-examples';
import type { Unit } from '../../lib/analysis/types';
import {
  findingsOf,
  injectOverlay,
  reviveTabs,
  showFound,
  showCardOnTop,
  tellAllFrames,
  tellFrame,
} from './frames';
import { draftCall, draftText, draftUnit, saveFromCard } from './evidence';
import { HIGHLIGHT_SHEET } from './files';
import { readChanges, unreadSince } from './changes';
import { cardFacts, listsView } from './facts';
import { generalSites } from './general-sites';
import { FEED_HANDLERS } from './feed-handlers';
import { hiddenKeys, hideKey, setHidden } from './hidden';
import { judgeUnits } from './judge';
import { openLists, openPack } from './lists';
import { writeMenus } from './look-up';
import { hearNotification, noticesView, readNotice, setNotify, showStanding } from './notices';
import { isPractice, PRACTICE_LIST, PRACTICE_SITE } from './practice';
import { markText, markUnit, withMarks } from './marks';
import { changeSettings, getLanguage, getSetting, getSettings, resetSettings, switchSite } from './settings';
import { isAllowed, syncAllowedSites } from './sites';
import { today } from './today';
import { forgetTrouble, keptTroubles, noted } from './troubles';
import { cardUnitInFrame, readUnitInFrame } from './unit-in-frame';

/** The handlers of every request. */
export function createHandlers(): Handlers {
  return {
    ...FEED_HANDLERS,
    'page-start': async (_args, caller) => {
      if (isPractice(caller)) return { watch: true, sites: [pageSite(PRACTICE_SITE)] };
      const { host } = caller;
      const { lookup } = await openLists();
      const { sites } = await lookup.sitePack();
      return {
        watch: !(await getSetting('sitesOff')).includes(host),
        sites: sites.filter((site) => site.detect !== undefined || site.hosts?.includes(host)).map(pageSite),
      };
    },
    judge: async ({ units }, caller) => {
      const job = judgeFor(units, caller);
      // The watcher asks again and then gives up: a page that was not judged must not look like one with nothing in it.
      noted('judging', job);
      return { units: await job };
    },
    'need-overlay': async (_args, caller) => {
      if (caller.tabId !== undefined) await injectOverlay(caller.tabId, caller.frameId);
      return null;
    },
    'highlight-sheet': async () => (await fetch(browser.runtime.getURL(`/${HIGHLIGHT_SHEET}`))).text(),
    'card-facts': () => cardFacts(),
    'open-card': async ({ unitId, born, unit, focus }, caller) => {
      const [judged] = await judgeFor([unit], caller);
      if (caller.tabId === undefined || !judged) return { shown: false };
      try {
        await injectOverlay(caller.tabId, 0);
      } catch {
        return { shown: false };
      }
      const place = { frameId: caller.frameId, unitId, born };
      return { shown: await showCardOnTop(caller.tabId, { name: 'frame-card', place, judged, focus }) };
    },
    // What other frames say is for the top frame's card alone.
    'card-unit': ({ frameId, unitId, born }, caller) =>
      caller.tabId === undefined || caller.frameId !== 0
        ? null
        : cardUnitInFrame(caller.tabId, { frameId, unitId, born }),
    'card-action': async ({ frameId, unitId, action, reason }, caller) => {
      if (caller.tabId !== undefined) {
        const message = { name: action, unitId, ...(reason !== undefined && { reason }) } as const;
        if (!(await tellFrame(caller.tabId, frameId, message))) throw new Error('the frame is gone');
      }
      return null;
    },
    'page-changed': async (_args, caller) => {
      if (caller.tabId !== undefined && caller.kind === 'page') await showFound(caller.tabId);
      return null;
    },
    hide: async ({ key, hidden }, caller) => {
      // What is hidden on the practice page comes back with the next visit.
      if (!isPractice(caller)) await setHidden(key, hidden, caller.incognito);
      return null;
    },
    'open-page': async ({ page, part }) => {
      const hash = part === undefined ? '' : `#${encodeURIComponent(part)}`;
      await browser.tabs.create({ url: browser.runtime.getURL(`${page}.html${hash}`) });
      return null;
    },
    'page-findings': ({ tabId }) => findingsOf(tabId),
    'show-unit': async ({ tabId, frameId, unitId }) => {
      if (!(await tellFrame(tabId, frameId, { name: 'open', unitId }))) throw new Error('the frame is gone');
      return null;
    },
    'hide-unit': async ({ tabId, frameId, unitId, key, hidden }) => {
      // A unit that comes back is no longer marked as harmless. First: where the page is gone, nothing is half undone.
      if (hidden) await readUnitInFrame(tabId, frameId, unitId, key);
      else await markUnit({ tabId, frameId, unitId, key }, undefined);
      const { incognito } = await browser.tabs.get(tabId);
      await setHidden(key, hidden, incognito);
      await tellFrame(tabId, frameId, { name: hidden ? 'hide' : 'unhide', unitId });
      return null;
    },
    check: async ({ text }) => {
      const [judged] = await judgeUnits([{ text }]);
      if (!judged) throw new Error('one text gives one verdict');
      const [marked] = await withMarks([judged], [{ text }], false);
      return marked ?? judged;
    },
    'evidence-unit': async ({ tabId, frameId, unitId }) => {
      await draftUnit(tabId, frameId, unitId);
      return null;
    },
    'evidence-text': async ({ text }) => {
      await draftText(text, 'look-up');
      return null;
    },
    'evidence-call': async ({ yes }) => {
      await draftCall(yes, await getLanguage());
      return null;
    },
    'mark-unit': async ({ kind, ...place }) => {
      await markUnit(place, kind);
      return null;
    },
    'mark-text': async ({ text, kind }) => {
      await markText(text, kind);
      return null;
    },
    settings: async ({ change, site, reset }) => {
      const before = await getLanguage();
      if (reset === true) await resetSettings();
      if (change) await changeSettings(change);
      if (site) await switchSite(site.host, site.on);
      // Open pages follow at once; a site that is switched off is left with its next visit.
      if (change || reset === true) void tellAllFrames({ name: 'lists' });
      if (before !== (await getLanguage())) await writeAnew();
      return getSettings();
    },
    'sensitivity-examples': async () => sensitivityExamples(await openPack(), today()),
    'sites-changed': async () => {
      await syncAllowedSites();
      await reviveTabs();
      return null;
    },
    'save-evidence': async ({ unitId, frameId }, caller) => ({
      outcome: await saveFromCard(unitId, frameId ?? caller.frameId, caller),
    }),
    lists: () => listsView(),
    'general-sites': () => generalSites(),
    changes: async () => ({ since: await unreadSince() }),
    'changes-read': async () => {
      await readChanges();
      return null;
    },
    notices: () => noticesView(),
    'notice-read': async ({ id }) => {
      await readNotice(id);
      return null;
    },
    notify: async ({ on }) => {
      await setNotify(on);
      hearNotification();
      return null;
    },
    troubles: () => keptTroubles(),
    'trouble-read': async ({ task }) => {
      await forgetTrouble(task);
      return null;
    },
    'site-allowed': async ({ tabId }) => {
      await syncAllowedSites();
      const { url } = await browser.tabs.get(tabId);
      if (url !== undefined && (await isAllowed(url))) await reviveTabs();
      return null;
    },
    language: async ({ language }) => {
      if (language) {
        await changeSettings({ language });
        void tellAllFrames({ name: 'lists' });
        await writeAnew();
      }
      return getLanguage();
    },
  };
}

async function judgeFor(units: readonly Unit[], caller: Caller): Promise<JudgedUnit[]> {
  const practice = isPractice(caller);
  const plain = await judgeUnits(units, practice ? PRACTICE_LIST : undefined);
  const keys = await Promise.all(
    plain.map(({ verdict }, index) => hideKey(caller.host, units[index]?.text ?? '', verdict)),
  );
  const [judged, hidden] = await Promise.all([
    practice ? plain : withMarks(plain, units, caller.incognito),
    hiddenKeys(keys, caller.incognito),
  ]);
  return judged.map((one, index) => {
    const key = keys[index] ?? '';
    return { ...one, key, hidden: hidden.has(key) };
  });
}

/** What browsers show of ours outside of pages, in the language chosen just now. */
async function writeAnew(): Promise<void> {
  await writeMenus();
  await showStanding();
}
