/** Which feeds are to be followed: the build's, the organisation's, the person's. Pure. */
import * as v from 'valibot';
import type { FeedOrigin, WantedFeed } from '../feed-record';
import { SCOPES, type Scope } from './content-schema';
import { FeedError } from './feed-error';
import { feedAddress } from './transport';

/** The most feeds that one origin may name. */
const MAX_FEEDS = 20;

const address = v.pipe(
  v.string(),
  v.maxLength(500),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return feedAddress(dataset.value);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      addIssue({ message: error.message });
      return NEVER;
    }
  }),
);

/** SHA-256 as people paste it: blanks, colons and capitals do not matter. */
const fingerprint = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((text) => text.replace(/[\s:]/g, '').toLowerCase()),
  v.regex(/^[0-9a-f]{64}$/),
);

const scope = v.pipe(
  v.array(v.picklist(SCOPES)),
  v.minLength(1),
  v.transform((all): Scope[] => SCOPES.filter((one) => all.includes(one))),
);

/** A feed as it is chosen: by address and SHA-256 of its first root.json. */
export const ChosenFeed = v.object({ address, fingerprint, scope: v.optional(scope, ['reported']) });
export type ChosenFeed = v.InferOutput<typeof ChosenFeed>;

/** The SHA-256 that a pasted text says; undefined where it says none. */
export function readFingerprint(text: string): string | undefined {
  const parsed = v.safeParse(fingerprint, text);
  return parsed.success ? parsed.output : undefined;
}

/** The valid entries of a list, and how many were not. */
export function readChosen(json: unknown): { readonly feeds: ChosenFeed[]; readonly faults: number } {
  if (!Array.isArray(json)) return { feeds: [], faults: json === undefined ? 0 : 1 };
  const entries = json.slice(0, MAX_FEEDS).map((entry: unknown) => v.safeParse(ChosenFeed, entry));
  const feeds = entries.flatMap((entry) => (entry.success ? [entry.output] : []));
  return { feeds, faults: json.length - feeds.length };
}

/** Whose word counts where two name the same feed, or want packs from two. */
const ORDER: readonly FeedOrigin[] = ['policy', 'person', 'default'];

/** The feeds to follow, each once; of several with packs, only the first by the order of origins keeps them. */
export function wantedFeeds(chosen: Readonly<Record<FeedOrigin, readonly ChosenFeed[]>>): WantedFeed[] {
  const wanted = new Map<string, WantedFeed>();
  let packs = false;
  for (const origin of ORDER) {
    for (const { address: at, fingerprint: id, scope: asked } of chosen[origin]) {
      if (wanted.has(id)) continue;
      const allowed = packs ? asked.filter((one) => one !== 'packs') : asked;
      packs ||= asked.includes('packs');
      if (allowed.length > 0) wanted.set(id, { id, address: at, origin, scope: allowed });
    }
  }
  return [...wanted.values()];
}
