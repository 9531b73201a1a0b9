/** What two people changed at once, made one: properties, and the cases that a person must decide. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mergeDocument, type Document } from '../../../lib/admin/merge/document';
import { mergeLines } from '../../../lib/admin/merge/lines';
import { clashId, mergeLists, withSides, type Lists, type Side } from '../../../lib/admin/merge/lists';
import { mergePacks } from '../../../lib/admin/merge/packs';
import { mergeEntries, sameJson } from '../../../lib/admin/merge/three-way';
import { addPhrase } from '../../../lib/admin/packs/edit';
import { parsePhrasePack, type PhrasePack } from '../../../lib/phrasing/pack-schema';

const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const lines = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { minLength: 1 }).map((all) => all.sort());
const state = fc.array(fc.tuple(keys, lines)).map((all) => new Map(all));
const three = fc.record({ base: state, theirs: state, mine: state });

const sorted = (entries: ReadonlyMap<string, readonly string[]>) =>
  [...entries].filter(([, some]) => some.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));

describe('entries of two people', () => {
  it('without a clash it is the same whoever merges', () => {
    fc.assert(
      fc.property(three, ({ base, theirs, mine }) => {
        const one = mergeEntries(base, theirs, mine, mergeLines);
        const other = mergeEntries(base, mine, theirs, mergeLines);
        expect([...one.clashes].sort()).toEqual([...other.clashes].sort());
        const clashing = new Set(one.clashes);
        const free = (merged: ReadonlyMap<string, readonly string[]>) =>
          sorted(merged).filter(([key]) => !clashing.has(key));
        expect(free(one.merged)).toEqual(free(other.merged));
      }),
    );
  });

  it('nothing that anybody added is lost, nothing that anybody took out comes back', () => {
    fc.assert(
      fc.property(three, ({ base, theirs, mine }) => {
        const { merged, clashes } = mergeEntries(base, theirs, mine, mergeLines);
        const of = (entries: ReadonlyMap<string, readonly string[]>, key: string) => entries.get(key) ?? [];
        for (const key of ['a', 'b', 'c', 'd', 'e']) {
          if (clashes.includes(key)) {
            // Mine stays there, theirs is named.
            expect(of(merged, key)).toEqual(of(mine, key));
            continue;
          }
          for (const line of ['1', '2', '3', '4']) {
            const [was, their, my] = [base, theirs, mine].map((side) => of(side, key).includes(line));
            expect(of(merged, key).includes(line)).toBe(was ? their && my : their || my);
          }
        }
      }),
    );
  });

  it('who changed nothing takes all, and gives nothing', () => {
    fc.assert(
      fc.property(state, state, (base, theirs) => {
        expect(sorted(mergeEntries(base, theirs, base, mergeLines).merged)).toEqual(sorted(theirs));
        expect(sorted(mergeEntries(base, base, theirs, mergeLines).merged)).toEqual(sorted(theirs));
        expect(mergeEntries(base, theirs, theirs, mergeLines).clashes).toEqual([]);
      }),
    );
  });

  it('the same JSON in another order is the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = (one: unknown): unknown =>
          Array.isArray(one)
            ? one.map(turned)
            : typeof one === 'object' && one !== null
              ? Object.fromEntries(
                  Object.entries(one)
                    .map(([key, field]) => [key, turned(field)] as const)
                    .reverse(),
                )
              : one;
        expect(sameJson(value, turned(value))).toBe(true);
        expect(sameJson([value], value)).toBe(false);
      }),
    );
  });
});

describe('the entries of one number', () => {
  it.each([
    ['both add', ['1'], ['1', '2'], ['1', '3'], ['1', '2', '3']],
    ['one adds, one replaces', ['1'], ['1', '2'], ['3'], ['2', '3']],
    ['both take out, each another one', ['1', '2'], ['1'], ['2'], []],
    ['both replace alike', ['1'], ['2'], ['2'], ['2']],
    ['both replace, each otherwise', ['1'], ['2'], ['3'], undefined],
    ['one takes the number out, one adds to it', ['1'], [], ['1', '2'], undefined],
    ['one takes the number out, one takes out an entry', ['1', '2'], [], ['1'], []],
    ['one takes out what the other replaces', ['1', '2'], ['2'], ['2', '3'], undefined],
  ] as const)('%s', (_name, base, theirs, mine, merged) => {
    expect(mergeLines(base, theirs, mine)).toEqual(merged);
    expect(mergeLines(base, mine, theirs)).toEqual(merged);
  });
});

const directory = JSON.parse(readFileSync('public/feed/directory.json', 'utf8')) as Document;
const sitePack = JSON.parse(readFileSync('public/feed/site-pack.json', 'utf8')) as Document;
const pack = parsePhrasePack(JSON.parse(readFileSync('public/feed/phrase-pack.json', 'utf8')));

type Entry = Record<string, unknown>;
const edited = (document: Document, part: string, at: number, change: Entry): Document => ({
  ...document,
  [part]: (document[part] as Entry[]).map((entry, i) => (i === at ? { ...entry, ...change } : entry)),
});

describe('documents', () => {
  it('takes other entries of both, names the one that both changed', () => {
    const theirs = edited({ ...directory, version: '2027.1.1' }, 'hotlines', 0, {
      cost: { vi: 'x', en: 'x' },
    });
    const mine = edited(directory, 'hotlines', 1, { cost: { vi: 'y', en: 'y' } });
    const { merged, clashes } = mergeDocument(directory, theirs, mine);
    expect(clashes).toEqual([]);
    expect(merged.version).toBe('2027.1.1');
    expect((merged.hotlines as Entry[]).slice(0, 2).map(({ cost }) => cost)).toEqual([
      { vi: 'x', en: 'x' },
      { vi: 'y', en: 'y' },
    ]);
    const both = mergeDocument(
      directory,
      theirs,
      edited(directory, 'hotlines', 0, { cost: { vi: 'z', en: 'z' } }),
    );
    const number = (directory.hotlines as Entry[])[0]?.number;
    expect(both.clashes).toMatchObject([{ part: 'hotlines', key: number, mine: { cost: { vi: 'z' } } }]);
  });

  it('an office that one side took out and the other names: the lists cannot be one', () => {
    const [gone] = (directory.organisations as Entry[]).filter(
      ({ id }) =>
        !JSON.stringify({ ...directory, organisations: [] }).includes(`"organisation":"${String(id)}"`),
    );
    const lists = (own: Document): Lists => ({
      reported: new Map(),
      documents: { directory: own, phrasePack: pack, sitePack },
    });
    const theirs = {
      ...directory,
      organisations: (directory.organisations as Entry[]).filter(
        (one) => one !== gone && one.successor !== gone?.id,
      ),
    };
    const [hotline] = directory.hotlines as Entry[];
    const mine = {
      ...directory,
      hotlines: [
        ...(directory.hotlines as Entry[]),
        { ...hotline, number: '+842920000001', organisation: gone?.id },
      ],
    };
    const merged = mergeLists(lists(directory), lists(theirs), lists(mine));
    expect(merged.clashes).toEqual([{ list: 'directory', theirs, mine }]);
    expect(merged.documents.directory).toBe(mine);
  });
});

describe('lists that not everybody has', () => {
  const info = { format: 1, version: '2026.11.28', published: '2026-11-28', name: { vi: 'A', en: 'A' } };
  const lists = (documents: Lists['documents']): Lists => ({ reported: new Map(), documents });
  const merge = (base: Lists['documents'], theirs: Lists['documents'], mine: Lists['documents']) => {
    const { documents, clashes } = mergeLists(lists(base), lists(theirs), lists(mine));
    return { documents: JSON.parse(JSON.stringify(documents)) as object, clashes };
  };
  const other = edited(directory, 'hotlines', 0, { cost: { vi: 'x', en: 'x' } });

  it.each([
    ['they begin it', {}, { sitePack }, {}, { sitePack }],
    ['I begin it', {}, {}, { sitePack }, { sitePack }],
    ['both begin it alike', {}, { sitePack }, { sitePack }, { sitePack }],
    ['they take it out', { directory }, {}, { directory }, {}],
    ['I take it out', { directory }, { directory }, {}, {}],
    [
      'their contact, my name',
      { info },
      { info: { ...info, contact: 'x' } },
      { info: { ...info, name: 'B' } },
      { info: { ...info, contact: 'x', name: 'B' } },
    ],
  ])('%s', (_name, base, theirs, mine, documents) => {
    expect(merge(base, theirs, mine)).toEqual({ documents, clashes: [] });
  });

  it.each([
    ['they take out what I change', { directory }, {}, { directory: other }, ['directory']],
    ['I take out what they change', { directory }, { directory: other }, {}, ['directory']],
    ['both begin it, each otherwise', {}, { directory }, { directory: other }, ['directory']],
    [
      'two names, two contacts',
      { info },
      { info: { ...info, contact: 'x', name: 'C' } },
      { info: { ...info, contact: 'y', name: 'B' } },
      ['info/name', 'info/contact'],
    ],
  ])('a choice: %s', (_name, base, theirs, mine, ids) => {
    const merged = mergeLists(lists(base), lists(theirs), lists(mine));
    expect(merged.clashes.map(clashId).sort()).toEqual(ids.sort());
    const chosen = (side: Side) =>
      JSON.parse(JSON.stringify(withSides(merged, () => side).documents)) as object;
    expect(chosen('mine')).toEqual(mine);
    expect(chosen('theirs')).toEqual(theirs);
  });
});

describe('phrase packs', () => {
  const plus = (to: PhrasePack, words: string, id = 'claim-department'): PhrasePack => {
    const result = addPhrase(to, id, words);
    if ('problem' in result) throw new Error(result.problem);
    return result.pack;
  };
  const patternsOf = (one: PhrasePack | undefined, id: string) =>
    one?.concepts.find((concept) => concept.id === id)?.patterns.toSorted();

  it('phrases of both stand in it, and the weights of others stay with them', () => {
    const [theirs, mine] = [
      plus(pack, 'cán bộ hội chợ'),
      plus(plus(pack, 'thanh tra hội chợ'), 'hai', 'claim-police'),
    ];
    const [one, other] = [mergePacks(pack, theirs, mine), mergePacks(pack, mine, theirs)];
    for (const id of ['claim-department', 'claim-police'])
      expect(patternsOf(one, id)).toEqual(patternsOf(other, id));
    expect(patternsOf(one, 'claim-department')).toEqual(
      expect.arrayContaining(['cán bộ hội chợ', 'thanh tra hội chợ']),
    );
    expect(one?.judge).toEqual(plus(plus(plus(pack, 'a a'), 'b b'), 'hai', 'claim-police').judge);
    expect(one?.version).toBeGreaterThan(theirs.version);
  });

  it('a pack that was trained anew takes the phrases of the other; two of them are a choice', () => {
    const trained = {
      ...pack,
      judge: { ...pack.judge, thresholds: { ...pack.judge.thresholds, danger: 0.9 } },
    };
    expect(mergePacks(pack, trained, plus(pack, 'cán bộ hội chợ'))?.judge.thresholds.danger).toBe(0.9);
    const again = {
      ...pack,
      judge: { ...pack.judge, thresholds: { ...pack.judge.thresholds, danger: 0.8 } },
    };
    expect(mergePacks(pack, trained, again)).toBeUndefined();
  });
});
