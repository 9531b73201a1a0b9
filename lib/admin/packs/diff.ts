/** What an edit of the phrase pack changes, counted in phrases. Pure. */
import * as v from 'valibot';
import type { PartDiff } from '../../lists/publish/diff';

const Phrases = v.object({
  concepts: v.array(v.object({ id: v.string(), patterns: v.array(v.string()) })),
});

function phrasesOf(pack: unknown): Set<string> | undefined {
  const read = v.safeParse(Phrases, pack);
  if (!read.success) return undefined;
  return new Set(read.output.concepts.flatMap(({ id, patterns }) => patterns.map((one) => `${id} ${one}`)));
}

/** Phrases that come and go between two packs; nothing where it is their weights alone that differ. */
export function diffPhrases(from: unknown, to: unknown): PartDiff[] {
  const [before, after] = [phrasesOf(from), phrasesOf(to)];
  if (!before || !after) return [];
  const [added, removed] = [after.difference(before).size, before.difference(after).size];
  return added + removed > 0 ? [{ part: 'phrases', added, removed, changed: 0 }] : [];
}
