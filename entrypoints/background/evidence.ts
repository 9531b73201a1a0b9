/** Begins evidence: reads what is to be kept, photographs the tab, and hands both to the evidence page as a draft. */
import browser, { type Tabs } from 'webextension-polyfill';
import type { Unit, Verdict } from '../../lib/analysis/types';
import type { Caller } from '../../lib/message-server';
import { translatePeople } from '../../lib/i18n/people';
import type { Language } from '../../lib/i18n/translate';
import type { SaveOutcome } from '../../lib/page/views';
import { CALL_QUESTIONS, judgeCall, type CallQuestion } from '../../lib/report/call';
import { DRAFT_KEY, type EvidenceDraft } from '../../lib/report/evidence/draft';
import { makeRecord, pageAddress } from '../../lib/report/evidence/make-record';
import type { EvidenceRecord, EvidenceSource } from '../../lib/report/evidence/schema';
import { saveEvidence } from '../../lib/report/evidence/store';
import { ReportError } from '../../lib/report/report-error';
import { judgeUnits } from './judge';
import { openLists } from './lists';
import { isPractice } from './practice';
import { readUnitInFrame, type UnitInFrame } from './unit-in-frame';

interface What {
  readonly source: EvidenceSource;
  readonly unit: Unit;
  readonly verdict: Verdict;
  readonly url?: string | undefined;
}

async function recordOf({ source, unit, verdict, url }: What): Promise<EvidenceRecord> {
  const { lookup } = await openLists();
  const { version, published } = await lookup.age();
  const extension = browser.runtime.getManifest().version;
  const seen = { source, text: unit.text, sender: unit.sender, url, verdict };
  return makeRecord({ ...seen, lists: { version, published }, extension }, Date.now());
}

/** A unit where its page keeps it; in a frame without an address, such as srcdoc, that of the tab counts. */
async function readUnit(tabId: number, frameId: number, unitId: string): Promise<UnitInFrame> {
  const content = await readUnitInFrame(tabId, frameId, unitId);
  if (pageAddress(content.url) !== undefined) return content;
  return { ...content, url: (await browser.tabs.get(tabId)).url ?? content.url };
}

/** A draft of one unit of a page, with a picture of the tab. */
export async function draftUnit(tabId: number, frameId: number, unitId: string): Promise<void> {
  const tab = await browser.tabs.get(tabId);
  const screenshot = await photograph(tab);
  const content = await readUnit(tabId, frameId, unitId);
  await openDraft(await recordOf({ source: 'popup', ...content }), screenshot, tab.incognito);
}

/** A draft of a text that was selected, with a picture of its tab where there is one. */
export async function draftText(text: string, source: EvidenceSource, tab?: Tabs.Tab): Promise<void> {
  const screenshot = tab && (await photograph(tab));
  const unit = { text };
  const [judged] = await judgeUnits([unit]);
  if (!judged) return;
  const record = await recordOf({ source, unit, verdict: judged.verdict, url: tab?.url });
  await openDraft(record, screenshot, tab?.incognito ?? false);
}

/** A draft of a call: the answers to the six questions as its text. */
export async function draftCall(yes: readonly CallQuestion[], language: Language): Promise<void> {
  const verdict = judgeCall(Object.fromEntries(CALL_QUESTIONS.map((one) => [one, yes.includes(one)])));
  const lines = CALL_QUESTIONS.map((one) => {
    const answer = translatePeople(language, yes.includes(one) ? 'call_yes' : 'call_no');
    return `${translatePeople(language, `call_question_${one}`)} ${answer}.`;
  });
  const text = lines.join('\n');
  await openDraft(await recordOf({ source: 'call', unit: { text }, verdict }), undefined, false);
}

/** Keeps a unit at once, as the card asks: no picture. From a private window our own page asks first. */
export async function saveFromCard(unitId: string, frameId: number, caller: Caller): Promise<SaveOutcome> {
  if (isPractice(caller)) return 'practice';
  const { tabId, incognito } = caller;
  if (tabId === undefined) return 'failed';
  try {
    const record = await recordOf({ source: 'card', ...(await readUnit(tabId, frameId, unitId)) });
    if (incognito) await openDraft(record, undefined, true);
    else await saveEvidence(record, []);
    return incognito ? 'asked' : 'saved';
  } catch (error) {
    console.error('save-evidence', error);
    return error instanceof ReportError && error.code === 'ERR_REPORT_FULL' ? 'full' : 'failed';
  }
}

/** Only after a press on toolbar, context menu or shortcut (activeTab); elsewhere the browser refuses. */
async function photograph(tab: Tabs.Tab): Promise<string | undefined> {
  if (!tab.active || tab.windowId === undefined) return undefined;
  return browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' }).catch(() => undefined);
}

async function openDraft(
  record: EvidenceRecord,
  screenshot: string | undefined,
  incognito: boolean,
): Promise<void> {
  const draft: EvidenceDraft = { record, private: incognito, ...(screenshot && { screenshot }) };
  try {
    await browser.storage.session.set({ [DRAFT_KEY]: draft });
  } catch {
    // Session memory is small: the text goes without a picture that is too large for it.
    await browser.storage.session.set({ [DRAFT_KEY]: { record, private: incognito } });
  }
  await openEvidencePage(incognito);
}

/** Never in a private window: there Firefox gives our pages a database that goes with the window. */
async function openEvidencePage(incognito: boolean): Promise<void> {
  const url = browser.runtime.getURL('evidence.html#draft');
  if (!incognito) {
    await browser.tabs.create({ url });
    return;
  }
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const ordinary = windows.find((one) => !one.incognito)?.id;
  if (ordinary === undefined) await browser.windows.create({ url, incognito: false });
  else {
    await browser.tabs.create({ url, windowId: ordinary });
    await browser.windows.update(ordinary, { focused: true });
  }
}
