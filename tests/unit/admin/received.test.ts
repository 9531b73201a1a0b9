/** Who signs second is asked what the first signer was asked. */
import { beforeEach, describe, expect, it } from 'vitest';
import { documentToEdit, EMBEDDED } from '../../../lib/admin/publish/documents';
import { countersign, prepare, type PrepareOptions } from '../../../lib/admin/publish/prepare';
import { readReceived } from '../../../lib/admin/publish/received';
import { ReportedDraft } from '../../../lib/admin/reported/draft';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { readMetadata } from '../../../lib/lists/feed/metadata';
import { blocksOf } from '../../../lib/lists/compact/whole-set';
import { targetsOf } from '../../../lib/lists/publish/content';
import { propose } from '../../../lib/lists/publish/proposal';
import { proposalFile } from '../../../lib/lists/publish/proposal-file';
import { signProposal } from '../../../lib/lists/publish/signing';
import type { Directory } from '../../../lib/lists/schema-directory';
import {
  filesOf,
  newFeed,
  NOW,
  numberLine,
  openFeed,
  proposeUnasked,
  signersOf,
  type TestFeed,
} from './support/feed';

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

/** What Bình proposes, with a program that asks nothing, as An reads it. */
async function received({ reported, drafts }: ReturnType<typeof change>) {
  const proposal = await proposeUnasked(open, reported, drafts);
  const { proposal: signed } = await signProposal(proposal, await signersOf(feed, 'Bình'), NOW);
  return readReceived(open, proposalFile(signed));
}

/** What stands against a change that Bình signed, where An opens its file. */
async function objectionsTo(made: ReturnType<typeof change>) {
  const { objections } = await received(made);
  return objections.map((one) => [one.code, (one.code === 'list' ? one.lists : one.numbers).length]);
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

describe('no signature is made', () => {
  const MANY = Array.from({ length: 501 }, (_, at) => numberAt(1_000 + at));
  const REFUSED = { code: 'ERR_PUBLISH_GUARD' };

  /** The targets' signatures that An's keys leave on a change. */
  async function signedBy(made: ReturnType<typeof change>, allowed?: readonly string[]) {
    const { proposal } = await received(made);
    const signers = await signersOf(feed, 'An');
    const yes = allowed && new Set(allowed);
    const signed = await countersign(open, proposal, signers, NOW, undefined, yes);
    return signed.proposal.metadata.targets && readMetadata('targets', signed.proposal.metadata.targets);
  }

  it.each([
    ['a short code', change.bind(undefined, ['4444']), undefined],
    ['an official number', change.bind(undefined, [HOTLINE.number]), 'official'],
    ['more than a tenth that goes', change.bind(undefined, [], TWENTY.slice(0, 3)), 'removal'],
    ['more than 500 that come', change.bind(undefined, MANY), 'addition'],
  ] as const)('second, under %s that nobody said yes to; nor first', async (_name, make, code) => {
    const others = ['official', 'removal', 'addition', 'list', 'short-code'].filter((one) => one !== code);
    await expect(signedBy(make())).rejects.toMatchObject(REFUSED);
    await expect(signedBy(make(), others)).rejects.toMatchObject(REFUSED);
    const own = { open, ...make(), reasons: {}, signers: await signersOf(feed, 'An'), now: NOW };
    await expect(prepare(own)).rejects.toMatchObject(REFUSED);
    await expect(prepare({ ...own, allowed: new Set(others) })).rejects.toMatchObject(REFUSED);
    if (!code) return;
    expect((await signedBy(make(), [code]))?.signatures).toHaveLength(2);
    const { proposal } = await prepare({ ...own, allowed: new Set([code]) });
    expect(readMetadata('targets', proposal.metadata.targets ?? new Uint8Array()).signatures).toHaveLength(1);
  });

  it('under a list that goes as a whole without a yes, second or first', async () => {
    const directory = { ...(EMBEDDED.directory as Directory), version: '2026.11.30' };
    const signers = [...(await signersOf(feed, 'An')), ...(await signersOf(feed, 'Bình'))];
    const own = { open, reasons: {}, signers, now: NOW };
    const made = await prepare({ ...own, ...change([], [], { directory }) });
    open = await openFeed(new Map([...open.files, ...(await filesOf(made, open))]), feed.fingerprint);
    const without = change([], [], { directory: null });
    expect((await received(without)).objections).toEqual([{ code: 'list', lists: ['directory'] }]);
    await expect(signedBy(without)).rejects.toMatchObject(REFUSED);
    await expect(prepare({ ...own, open, ...without })).rejects.toMatchObject(REFUSED);
    expect((await signedBy(without, ['list']))?.signatures).toHaveLength(2);
    const out = await prepare({ ...own, open, ...without, allowed: new Set(['list']) });
    open = await openFeed(new Map([...open.files, ...(await filesOf(out, open))]), feed.fingerprint);
    expect(open.targets.has('directory.json')).toBe(false);
    // A list that the feed has not cannot be taken out of it.
    expect((await received(change([numberAt(100)], [], { directory: null }))).objections).toEqual([]);
  });
});
