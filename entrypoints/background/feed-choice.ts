/** Which feeds are chosen. Kept apart from the lists, so that the choice outlives a database that was wiped. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { ChosenFeed, readChosen } from '../../lib/lists/feed/wanted';
import { DEFAULT_FEED } from './build';
import { managedStorage } from './policy';

const KEY = 'feeds';
const feeds = v.fallback(v.array(ChosenFeed), []);
const Kept = v.object({
  person: v.optional(feeds, []),
  /** The organisation's feeds as its policy named them last: the browser may take seconds to tell it anew. */
  policy: v.optional(feeds, []),
  /** Entries of the policy that are malformed. */
  policyFaults: v.optional(v.number(), 0),
});
type Kept = v.InferOutput<typeof Kept>;

async function kept(): Promise<Kept> {
  const parsed = v.safeParse(Kept, (await browser.storage.local.get(KEY))[KEY] ?? {});
  return parsed.success ? parsed.output : { person: [], policy: [], policyFaults: 0 };
}

let writing: Promise<unknown> = Promise.resolve();

/** Changes what is kept, one change after the other. */
function change(step: (before: Kept) => Partial<Kept>): Promise<void> {
  const done = writing.then(async () => {
    const before = await kept();
    await browser.storage.local.set({ [KEY]: { ...before, ...step(before) } });
  });
  writing = done.catch(() => undefined);
  return done;
}

/** The chosen feeds by who chose them. */
export async function chosenFeeds(): Promise<Kept & { readonly default: ChosenFeed[] }> {
  return { ...(await kept()), default: DEFAULT_FEED ? [DEFAULT_FEED] : [] };
}

/** Remembers that the person follows a feed; one that they follow already is replaced. */
export function choose(feed: ChosenFeed): Promise<void> {
  return change(({ person }) => ({
    person: person.some(({ fingerprint }) => fingerprint === feed.fingerprint)
      ? person.map((one) => (one.fingerprint === feed.fingerprint ? feed : one))
      : [...person, feed],
  }));
}

/** Remembers that the person no longer follows a feed. */
export function unchoose(fingerprint: string): Promise<void> {
  return change(({ person }) => ({ person: person.filter((feed) => feed.fingerprint !== fingerprint) }));
}

/** Asks the browser for the organisation's policy. True where it names other feeds than last time. */
export async function readPolicy(): Promise<boolean> {
  const managed = await managedStorage();
  if (!managed) return false;
  const { feeds: policy, faults: policyFaults } = readChosen(managed.feeds);
  const before = await kept();
  const same =
    JSON.stringify([before.policy, before.policyFaults]) === JSON.stringify([policy, policyFaults]);
  if (!same) await change(() => ({ policy, policyFaults }));
  return !same;
}
