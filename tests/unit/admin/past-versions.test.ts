/** Versions of other computers, read from what the feed keeps. */
import { expect, it } from 'vitest';
import { filesTransport } from '../../../lib/admin/open/files';
import { pastVersions } from '../../../lib/admin/publish/past-versions';
import { documentToEdit } from '../../../lib/admin/publish/documents';
import { prepare, prepareRefresh } from '../../../lib/admin/publish/prepare';
import { ReportedDraft } from '../../../lib/admin/reported/draft';
import { blocksOf } from '../../../lib/lists/compact/whole-set';
import type { Bytes } from '../../../lib/lists/feed/bytes';
import { targetsOf } from '../../../lib/lists/publish/content';
import { propose } from '../../../lib/lists/publish/proposal';
import { signProposal } from '../../../lib/lists/publish/signing';
import { parsePhrasePack } from '../../../lib/phrasing/pack-schema';
import { addNumber, filesOf, newFeed, NOW, openFeed, signersOf } from './support/feed';

const DAY = 86_400_000;

it('finds what the feed keeps, with who signed and what changed; pruned and foreign files are passed over', async () => {
  const feed = await newFeed(['An'], 1, NOW - 30 * DAY);
  const signers = await signersOf(feed, 'An');
  const files = new Map<string, Bytes>(feed.files);
  const publish = async (day: number, number?: string) => {
    const open = await openFeed(files, feed.fingerprint);
    const now = NOW + day * DAY;
    const prepared = number
      ? await addNumber(open, number, signers, now)
      : await prepareRefresh({ open, signers }, now);
    for (const [path, bytes] of await filesOf(prepared, open)) files.set(path, bytes);
  };
  await publish(0, '+842920000001');
  await publish(20);
  await publish(21, '+842920000002');
  await publish(22, '+842920000003');
  const open = await openFeed(files, feed.fingerprint);
  const known = new Set([open.info.version]);
  const holders = new Map(signers.map(({ key, holder }) => [key.keyval.public, holder]));
  const look = (at: ReadonlyMap<string, Bytes>) => pastVersions(filesTransport(at), open, known, holders);
  const { entries, files: kept } = await look(files);
  expect(entries.map(({ version, count, signedBy }) => [version, count.added, signedBy])).toEqual([
    ['2026.11.28', 1, ['An']],
    ['2026.12.19', 1, ['An']],
  ]);
  expect(entries[0]?.at).toBe(new Date(NOW).toISOString());
  for (const path of Object.values(entries[1]?.targets ?? {})) expect(kept.has(path)).toBe(true);
  // What was pruned is gone; what somebody else signed is none of the feed's.
  const pruned = new Map(files);
  pruned.delete('metadata/1.snapshot.json');
  expect((await look(pruned)).entries.map(({ version }) => version)).toEqual(['2026.12.19']);
  const other = await newFeed(['An'], 1, NOW - 30 * DAY);
  const forged = new Map(files).set(
    'metadata/2.snapshot.json',
    other.files.get('metadata/1.snapshot.json') ?? new Uint8Array(),
  );
  expect((await look(forged)).entries.map(({ version }) => version)).not.toContain('2026.11.28.2');
});

it('says of each that name, weights or the compact set change, as whoever signed it was told', async () => {
  const feed = await newFeed(['An'], 1, NOW - 30 * DAY);
  const signers = await signersOf(feed, 'An');
  const files = new Map<string, Bytes>(feed.files);
  const open = () => openFeed(files, feed.fingerprint);
  const keep = (fresh: ReadonlyMap<string, Bytes>) => fresh.forEach((bytes, path) => files.set(path, bytes));
  const first = await open();
  const reported = new ReportedDraft(first.reported);
  const draft = (drafts: Parameters<typeof prepare>[0]['drafts'], at: typeof first, now: number) =>
    prepare({ open: at, reported, drafts, reasons: {}, signers, now });
  keep(await filesOf(await draft({ info: { ...first.info, contact: 'Văn phòng Sở' } }, first, NOW), first));

  const second = await open();
  const pack = parsePhrasePack(documentToEdit(second.targets, 'phrasePack'));
  const { scam, ...judge } = pack.judge;
  const [feature = ''] = Object.keys(scam);
  const phrasePack = { ...pack, judge: { ...judge, scam: { ...scam, [feature]: -50 } } };
  const weighed = await draft({ phrasePack }, second, NOW + DAY);
  keep(await filesOf(weighed, second));

  const third = await open();
  const now = NOW + 2 * DAY;
  const numbers = {
    categories: ['advertising'],
    blocks: blocksOf({ keys: Float64Array.of(84_911_000_000), records: Uint32Array.of(0) }),
  };
  const info = { ...third.info, version: '2026.11.30', published: '2026-11-30' };
  const content = await targetsOf({ info, reported: third.reported, phrasePack, numbers }, third.targets);
  const { proposal } = await signProposal(await propose(third.published, { content }, now), signers, now);
  keep(await filesOf({ proposal, info }, third));

  const { entries } = await pastVersions(filesTransport(files), await open(), new Set(), new Map());
  const NONE = { added: 0, removed: 0, changed: 0 };
  expect(entries.map(({ count }) => count)).toEqual([
    { ...NONE, documents: ['info'], parts: [] },
    {
      ...NONE,
      documents: ['phrasePack'],
      parts: [{ list: 'phrasePack', part: 'weights', ...NONE, changed: 1 }],
    },
    { ...NONE, documents: ['numbers'], parts: [] },
  ]);
  expect(entries[1]?.count).toEqual(weighed.history?.count);
});
