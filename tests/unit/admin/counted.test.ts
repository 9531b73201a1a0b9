/** What somebody signs is counted, all of it: weights and rules beside phrases, the feed's own words, the compact set. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { summary } from '../../../components/admin/publish/summary';
import { diffPhrases } from '../../../lib/admin/packs/diff';
import { addPhrase, changePhrase, removePhrase, type PackResult } from '../../../lib/admin/packs/edit';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { countProposal } from '../../../lib/admin/publish/count';
import { translateAdmin } from '../../../lib/i18n/admin';
import { blocksOf } from '../../../lib/lists/compact/whole-set';
import { targetsOf, type FeedContent } from '../../../lib/lists/publish/content';
import { propose } from '../../../lib/lists/publish/proposal';
import { parsePhrasePack, type PhrasePack } from '../../../lib/phrasing/pack-schema';
import { newFeed, NOW, openFeed } from './support/feed';

const pack = parsePhrasePack(JSON.parse(readFileSync('public/feed/phrase-pack.json', 'utf8')));
const ID = 'demand-pay';

function packOf(result: PackResult): PhrasePack {
  if ('problem' in result) throw new Error(result.problem);
  return result.pack;
}
const withScam = (of: PhrasePack, scam: PhrasePack['judge']['scam']) => ({
  ...of,
  judge: { ...of.judge, scam },
});
const phrases = (added: number, removed: number) => ({ part: 'phrases', added, removed, changed: 0 });
const weights = (changed: number) => ({ part: 'weights', added: 0, removed: 0, changed });

describe('a phrase pack', () => {
  const [first = ''] = pack.concepts.find(({ id }) => id === ID)?.patterns ?? [];
  const edited = packOf(addPhrase(pack, ID, 'lời thử một'));

  it('whose phrases come, go and change has no other change, though the weights behind them move on', () => {
    expect(pack.judge.scam[`${ID}#0`]).toBeDefined();
    expect(edited.judge).not.toEqual(pack.judge);
    expect(diffPhrases(pack, pack)).toEqual([]);
    expect(diffPhrases(pack, edited)).toEqual([phrases(1, 0)]);
    expect(diffPhrases(pack, packOf(removePhrase(pack, ID, first)))).toEqual([phrases(0, 1)]);
    expect(diffPhrases(edited, packOf(removePhrase(edited, ID, first)))).toEqual([phrases(0, 1)]);
    const changed = packOf(changePhrase(edited, ID, 'lời thử một', 'lời thử hai'));
    expect(diffPhrases(edited, changed)).toEqual([phrases(1, 1)]);
  });

  it('says of each weight that differs, with or without a phrase', () => {
    const all = Object.keys(edited.judge.scam).length;
    expect(diffPhrases(pack, withScam(edited, {}))).toEqual([phrases(1, 0), weights(all)]);
    expect(diffPhrases(pack, withScam(pack, { ...pack.judge.scam, [`${ID}#0`]: -50 }))).toEqual([weights(1)]);
    const { patterns = [], hints = [] } = pack.concepts.find(({ id }) => id === ID) ?? {};
    const lastHint = `${ID}#${String(patterns.length + hints.length)}`;
    const heavy = withScam(edited, { ...edited.judge.scam, [lastHint]: -50, [ID]: -50, [`!${ID}#0`]: -50 });
    expect(diffPhrases(pack, heavy)).toEqual([phrases(1, 0), weights(3)]);
  });

  it('leaves the weight of a new phrase to the phrase', () => {
    const { patterns = [] } = edited.concepts.find(({ id }) => id === ID) ?? {};
    const own = `${ID}#${String(patterns.indexOf('lời thử một'))}`;
    expect(diffPhrases(pack, withScam(edited, { ...edited.judge.scam, [own]: 3 }))).toEqual([phrases(1, 0)]);
  });

  it('does not hide a weight behind a phrase that stands twice', () => {
    const small = (patterns: readonly string[], scam: Readonly<Record<string, number>>) => ({
      concepts: [{ id: 'otp', patterns }],
      judge: { scam },
    });
    const once = small(['đọc mã'], { 'otp#0': 1 });
    expect(diffPhrases(once, small(['đọc mã', 'đọc mã'], { 'otp#0': 1, 'otp#1': -50 }))).toEqual([
      weights(1),
    ]);
    expect(diffPhrases(once, small(['đọc mã', 'đọc mã'], { 'otp#0': -50, 'otp#1': 1 }))).toEqual([
      weights(1),
    ]);
  });

  it('says of groups, negations, hints and thresholds', () => {
    const [group = ''] = Object.keys(edited.groups);
    const { judge, negation, concepts } = edited;
    const other = {
      ...edited,
      groups: { ...edited.groups, [group]: ['lời khác'] },
      negation: { ...negation, span: negation.span + 1 },
      concepts: concepts.map((one) => (one.id === ID ? { ...one, hints: [] } : one)),
      judge: { ...judge, thresholds: { ...judge.thresholds, danger: 1 } },
    };
    expect(diffPhrases(pack, other)).toEqual([phrases(1, 0), weights(4)]);
  });

  it('is told so in words', () => {
    const count = {
      ...{ added: 0, removed: 0, changed: 0, documents: ['phrasePack', 'numbers'] },
      parts: [phrases(1, 0), weights(2)].map((part) => ({ list: 'phrasePack', ...part })),
    };
    expect(summary((...args) => translateAdmin('vi', ...args), count)).toBe(
      'mẫu lời: 1 mới; trọng số hoặc luật khác: 2 sửa, bộ số rút gọn thay đổi',
    );
    expect(summary((...args) => translateAdmin('en', ...args), count)).toBe(
      'phrases: 1 new; other weights or rules: 2 changed, compact set of numbers changed',
    );
  });
});

describe("a colleague's proposal", () => {
  const SET = (record: number) => ({
    categories: ['advertising'],
    blocks: blocksOf({ keys: Float64Array.of(84_911_000_000), records: Uint32Array.of(record) }),
  });
  const count = async (open: OpenFeed, other: Partial<FeedContent>) => {
    const info = { ...open.info, version: '2026.11.28', published: '2026-11-28' };
    const content = await targetsOf({ info, reported: open.reported, ...other }, open.targets);
    return countProposal(open, await propose(open.published, { content }, NOW));
  };
  const NOTHING = { added: 0, removed: 0, changed: 0, documents: [], parts: [] };

  it('that brings a new version and day alone changes nothing', async () => {
    const { files, fingerprint } = await newFeed();
    expect(await count(await openFeed(files, fingerprint), {})).toEqual(NOTHING);
  });

  it('is said to change name or contact of the feed, and its compact set', async () => {
    const { files, fingerprint } = await newFeed();
    const open = await openFeed(files, fingerprint);
    const info = { ...open.info, contact: 'Người lạ' };
    expect((await count(open, { info })).documents).toEqual(['info']);
    const numbers = SET(0);
    expect((await count(open, { numbers })).documents).toEqual(['numbers']);
    // The same set under other names says something else of its numbers.
    const targets = await targetsOf({ info: open.info, reported: open.reported, numbers }, open.targets);
    const holding = { ...open, targets };
    expect((await count(holding, {})).documents).toEqual([]);
    expect((await count(holding, { numbers: SET(32) })).documents).toEqual(['numbers']);
    expect(
      (await count(holding, { numbers: { ...numbers, categories: ['gia-danh-cong-an'] } })).documents,
    ).toEqual(['numbers']);
  });
});
