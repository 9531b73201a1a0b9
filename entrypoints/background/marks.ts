/** 'Đây là lừa đảo' and 'Không phải lừa đảo': kept on this device, in private windows only in session memory. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Unit, Verdict } from '../../lib/analysis/types';
import type { LookedUp } from '../../lib/messages';
import { dropMark, keepMark, marksOf } from '../../lib/report/mark-store';
import { Mark, withMark, type MarkKind } from '../../lib/report/marks';
import { tellAllFrames, tellFrame } from './frames';
import { hideKey, setHidden } from './hidden';
import { judgeUnits } from './judge';
import { readUnitInFrame } from './unit-in-frame';

const SESSION_KEY = 'marks-in-private';
const PrivateMarks = v.fallback(v.array(Mark), []);

/** The same on every site: what was found, or the text where nothing was. */
const keyOf = (text: string, verdict: Verdict) => hideKey('', text, verdict);

/** Verdicts as the person marked them. */
export async function withMarks(
  judged: readonly LookedUp[],
  units: readonly Unit[],
  incognito: boolean,
): Promise<(LookedUp & { mark: MarkKind | undefined })[]> {
  const texts = units.map(({ text }) => text);
  const keys = await Promise.all(judged.map(({ verdict }, index) => keyOf(texts[index] ?? '', verdict)));
  const marks = await marksFor(keys, incognito);
  return judged.map((one, index) => {
    const mark = marks.get(keys[index] ?? '');
    return { ...one, mark, verdict: withMark(one.verdict, mark, texts[index]?.length ?? 0) };
  });
}

/** Marks a text that was looked up; takes the mark back without a kind. */
export async function markText(text: string, kind: MarkKind | undefined, incognito = false): Promise<void> {
  const [judged] = await judgeUnits([{ text }]);
  if (judged) await keep(text, judged.verdict, kind, incognito);
}

/** A unit of a page, and under which it is hidden where that is known. */
interface MarkPlace {
  readonly tabId: number;
  readonly frameId: number;
  readonly unitId: string;
  readonly key?: string | undefined;
}

/** Marks a unit of a page; open pages show what says the same so: as danger, or hidden. */
export async function markUnit(place: MarkPlace, kind: MarkKind | undefined): Promise<void> {
  const { tabId, frameId, unitId } = place;
  const [{ incognito }, { unit, key }] = await Promise.all([
    browser.tabs.get(tabId),
    readUnitInFrame(tabId, frameId, unitId, place.key),
  ]);
  const [judged] = await judgeUnits([unit]);
  if (!judged) return;
  const { verdict } = judged;
  await keep(unit.text, verdict, kind, incognito);
  const hidden = kind === 'not-scam';
  await setHidden(key, hidden, incognito);
  // At once; what a mark changes besides is judged anew, marks and all.
  await tellFrame(tabId, frameId, { name: hidden ? 'hide' : 'unhide', unitId });
  void tellAllFrames({ name: 'lists' });
}

async function keep(
  text: string,
  verdict: Verdict,
  kind: MarkKind | undefined,
  incognito: boolean,
): Promise<void> {
  const key = await keyOf(text, verdict);
  const short = text.slice(0, 2_000).toWellFormed();
  const mark = kind && { key, kind, at: new Date().toISOString(), level: verdict.level, text: short };
  if (incognito) {
    const others = (await privateMarks()).filter((one) => one.key !== key);
    await browser.storage.session.set({ [SESSION_KEY]: mark ? [...others, mark].slice(-200) : others });
  } else await (mark ? keepMark(mark) : dropMark(key));
}

async function marksFor(keys: readonly string[], incognito: boolean): Promise<ReadonlyMap<string, MarkKind>> {
  if (incognito) return new Map((await privateMarks()).map(({ key, kind }) => [key, kind]));
  // Without a database verdicts still come.
  return marksOf(keys).catch(() => new Map<string, MarkKind>());
}

async function privateMarks(): Promise<Mark[]> {
  return v.parse(PrivateMarks, (await browser.storage.session.get(SESSION_KEY))[SESSION_KEY]);
}
