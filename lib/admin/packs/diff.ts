/** What an edit of the phrase pack changes: its phrases, and whatever else differs. Pure. */
import * as v from 'valibot';
import type { PartDiff } from '../../lists/publish/diff';

const Pack = v.looseObject({
  concepts: v.array(v.looseObject({ id: v.string(), patterns: v.array(v.string()) })),
});
type Pack = v.InferOutput<typeof Pack>;

const phraseOf = (id: string, pattern: string) => `${id} ${pattern}`;

function phrasesOf({ concepts }: Pack): Set<string> {
  return new Set(concepts.flatMap(({ id, patterns }) => patterns.map((one) => phraseOf(id, one))));
}

/** Every value of JSON by the way to it; a list is one value. */
function valuesOf(json: unknown, path: string): [string, string][] {
  if (json === undefined) return [];
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [[path, JSON.stringify(json)]];
  return Object.entries(json).flatMap(([key, value]) => valuesOf(value, `${path}/${key}`));
}

/** The way to the weight of one pattern: `/judge/scam/otp#3`, `/judge/warning/!otp#3`. */
const PATTERN_WEIGHT = /^(\/judge\/(?:scam|warning)\/!?)(.+)#(\d+)$/;

/**
 * All of a pack beside its phrases. The weight of a pattern is named by its words, that of a hint by its place among the
 * hints: a weight that moved on with its phrase is no change. `apart`: phrases whose weights come and go with them.
 */
function rulesOf(pack: Pack, apart: ReadonlySet<string>): Map<string, string> {
  const patternsOf = new Map(pack.concepts.map(({ id, patterns }) => [id, patterns]));
  const concepts = Object.fromEntries(pack.concepts.map((one) => [one.id, { ...one, patterns: undefined }]));
  const rules = new Map<string, string>();
  for (const [path, value] of valuesOf({ ...pack, version: undefined, concepts }, '')) {
    const [, table = '', id = '', place = ''] = PATTERN_WEIGHT.exec(path) ?? [];
    const patterns = patternsOf.get(id);
    const pattern = patterns?.[Number(place)];
    if (pattern !== undefined && apart.has(phraseOf(id, pattern))) continue;
    let name = path;
    if (pattern !== undefined) name = `${table}${id} pattern ${pattern}`;
    else if (patterns) name = `${table}${id} hint ${String(Number(place) - patterns.length)}`;
    // Where a phrase stands twice, both its weights count.
    rules.set(name, `${rules.get(name) ?? ''} ${value}`);
  }
  return rules;
}

/** What differs between two packs. */
export interface PhraseEdits {
  /** Phrases behind the concept that they belong to. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** How many other weights and rules. */
  readonly changed: number;
}

/**
 * Phrases that come and go between two packs, each with its weights, and how many other weights and rules differ. Nothing
 * for what is no pack.
 */
export function phraseEdits(from: unknown, to: unknown): PhraseEdits {
  const [before, after] = [v.safeParse(Pack, from), v.safeParse(Pack, to)];
  if (!before.success || !after.success) return { added: [], removed: [], changed: 0 };
  const [old, next] = [phrasesOf(before.output), phrasesOf(after.output)];
  const added = [...next].filter((phrase) => !old.has(phrase));
  const removed = [...old].filter((phrase) => !next.has(phrase));
  const apart = new Set([...added, ...removed]);
  const [was, is] = [rulesOf(before.output, apart), rulesOf(after.output, apart)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return { added, removed, changed: names.filter((name) => was.get(name) !== is.get(name)).length };
}

/** The same, counted. */
export function diffPhrases(from: unknown, to: unknown): PartDiff[] {
  const { added, removed, changed } = phraseEdits(from, to);
  const parts: PartDiff[] = [];
  if (added.length + removed.length > 0)
    parts.push({ part: 'phrases', added: added.length, removed: removed.length, changed: 0 });
  if (changed > 0) parts.push({ part: 'weights', added: 0, removed: 0, changed });
  return parts;
}
