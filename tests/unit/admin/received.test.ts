/** Who signs second is asked what the first signer was asked. */
import { beforeEach, describe, expect, it } from 'vitest';
import { documentToEdit, EMBEDDED } from '../../../lib/admin/publish/documents';
import { prepare, type PrepareOptions } from '../../../lib/admin/publish/prepare';
import { readReceived } from '../../../lib/admin/publish/received';
import { ReportedDraft } from '../../../lib/admin/reported/draft';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { blocksOf } from '../../../lib/lists/compact/whole-set';
import { targetsOf } from '../../../lib/lists/publish/content';
import { propose } from '../../../lib/lists/publish/proposal';
import { proposalFile } from '../../../lib/lists/publish/proposal-file';
import type { Directory } from '../../../lib/lists/schema-directory';
import { filesOf, newFeed, NOW, numberLine, openFeed, signersOf, type TestFeed } from './support/feed';

const REASON = { who: 'Bình', at: '2026-11-28T08:00:00Z', why: 'thử', source: '' };
const numberAt = (at: number) => `+842920${String(at).padStart(6, '0')}`;
const TWENTY = Array.from({ length: 20 }, (_, at) => numberAt(at));
const { hotlines } = EMBEDDED.directory as Directory;
const HOTLINE = hotlines.find(({ number }) => number.startsWith('+84')) ?? { number: '' };

let feed: TestFeed;
let open: OpenFeed;

function change(add: readonly string[], out: readonly string[] = [], drafts: PrepareOptions['drafts'] = {}) {
  const lines = new Map<string, readonly string[]>([
    ...add.map((number) => [number, [numberLine(number)]] as const),
    ...out.map((number) => [number, []] as const),
  ]);
  return { reported: new ReportedDraft(open.reported).set(lines, REASON).draft, drafts };
}

/** What stands against a change that Bình signed, where An opens its file. */
async function objectionsTo(made: ReturnType<typeof change>) {
  const signers = await signersOf(feed, 'Bình');
  const { proposal } = await prepare({ open, ...made, reasons: {}, signers, now: NOW });
  const { objections } = await readReceived(open, proposalFile(proposal));
  return objections.map(({ code, numbers }) => [code, numbers.length]);
}

beforeEach(async () => {
  feed = await newFeed(['An', 'Bình'], 2);
  open = await openFeed(feed.files, feed.fingerprint);
  const signers = [...(await signersOf(feed, 'An')), ...(await signersOf(feed, 'Bình'))];
  const first = await prepare({ open, ...change(TWENTY), reasons: {}, signers, now: NOW });
  const files = new Map([...feed.files, ...(await filesOf(first, open))]);
  open = await openFeed(files, feed.fingerprint);
});

describe('against a proposal stands', () => {
  it('nothing where a number comes and a tenth of them goes', async () => {
    expect(await objectionsTo(change([numberAt(100)], TWENTY.slice(0, 2)))).toEqual([]);
  });

  it('a short code, an official number, more than a tenth that goes', async () => {
    expect(await objectionsTo(change(['4444', HOTLINE.number], TWENTY.slice(0, 3)))).toEqual([
      ['short-code', 1],
      ['official', 1],
      ['removal', 3],
    ]);
  });

  it('more than 500 numbers that come', async () => {
    const many = Array.from({ length: 501 }, (_, at) => numberAt(1_000 + at));
    expect(await objectionsTo(change(many))).toEqual([['addition', 501]]);
  });

  it('a short code in the compact set', async () => {
    const blocks = blocksOf({ keys: Float64Array.of(113), records: Uint32Array.of(0) });
    const info = { ...open.info, version: '2026.11.29', published: '2026-11-29' };
    const numbers = { categories: ['advertising'], blocks };
    const content = await targetsOf({ info, reported: open.reported, numbers }, open.targets);
    const file = proposalFile(await propose(open.published, { content }, NOW));
    const codes = (await readReceived(open, file)).objections.map(({ code }) => code);
    expect(codes).toEqual(['short-code', 'official']);
  });

  it('an official number that it takes out of the directory', async () => {
    const directory = documentToEdit(open.targets, 'directory') as Directory;
    const without = {
      ...directory,
      hotlines: directory.hotlines.filter(({ number }) => number !== HOTLINE.number),
    };
    expect(await objectionsTo(change([HOTLINE.number], [], { directory: without }))).toEqual([
      ['official', 1],
    ]);
  });
});
