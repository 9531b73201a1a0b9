/** Phrase packs of two people. The weights of a pack go by place, so that phrases are added anew, not copied. Pure. */
import { addedPhrases, addPhrase } from '../packs/edit';
import type { PhrasePack } from '../../phrasing/pack-schema';
import { sameContent } from './document';

type Phrase = readonly [concept: string, words: string];

/** The pack with these phrases besides; undefined where one does not fit into it. */
function replayed(pack: PhrasePack, phrases: readonly Phrase[]): PhrasePack | undefined {
  let next = pack;
  for (const [id, words] of phrases) {
    const concept = next.concepts.find((one) => one.id === id);
    if (concept?.patterns.includes(words)) continue;
    const result = addPhrase(next, id, words);
    if ('problem' in result) return undefined;
    next = result.pack;
  }
  return next;
}

/** What a pack adds to another; undefined where it differs in anything else. */
function additions(base: PhrasePack, pack: PhrasePack): readonly Phrase[] | undefined {
  const phrases = base.concepts.flatMap(({ id }) =>
    addedPhrases(base, pack, id).map((words) => [id, words] as const),
  );
  const again = replayed(base, phrases);
  return again && sameContent(again, pack) ? phrases : undefined;
}

/** Both packs in one, where at least one of them only adds phrases; undefined where a person must choose. */
export function mergePacks(base: PhrasePack, theirs: PhrasePack, mine: PhrasePack): PhrasePack | undefined {
  const my = additions(base, mine);
  const their = my ? undefined : additions(base, theirs);
  const merged = my ? replayed(theirs, my) : their && replayed(mine, their);
  return merged && { ...merged, version: Math.max(merged.version, theirs.version + 1) };
}
