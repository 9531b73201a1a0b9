/** A colleague's publication as a file, held against what is published here before anything of it is shown. Pure. */
import type { Bytes } from '../../lists/feed/bytes';
import { publishedNumbers, publishedState } from '../../lists/publish/content';
import { countNumbers, diffNumbers } from '../../lists/publish/diff';
import {
  objectionsTo,
  objectionsToChange,
  officialNumbers,
  type Objection,
} from '../../lists/publish/guards';
import type { Files, Proposal } from '../../lists/publish/proposal';
import { proposedTargets, readProposal, rebased, requireSound } from '../../lists/publish/proposal-file';
import { parseDirectory } from '../../lists/schema-directory';
import type { OpenFeed } from '../open/read-feed';
import { compactIn, countBetween } from './count';
import { documentToEdit, EMBEDDED } from './documents';
import type { VersionEdits } from './draft-reasons';
import type { ChangeCount } from './history';
import { infoIn } from './info';
import { proposalEdits, withTold } from './told';

export interface Received {
  readonly proposal: Proposal;
  readonly version: string;
  readonly count: ChangeCount;
  readonly edits: VersionEdits;
  /** What stands against it, or must be said yes to once more. */
  readonly objections: readonly Objection[];
}

/** The same objection to the printed reports and to the compact set is one. */
function together(objections: readonly Objection[]): Objection[] {
  const numbers = new Map<Objection['code'], readonly string[]>();
  for (const one of objections) numbers.set(one.code, [...(numbers.get(one.code) ?? []), ...one.numbers]);
  return Array.from(numbers, ([code, all]) => ({ code, numbers: all }));
}

/**
 * What stands against targets. Official is also what they take out of the directory: one file must not make a number
 * free to be reported, and report it.
 */
async function objectionsToTargets(open: OpenFeed, next: Files): Promise<Objection[]> {
  const directories = [
    documentToEdit(open.targets, 'directory'),
    documentToEdit(next, 'directory'),
    EMBEDDED.directory,
  ];
  const official = new Set(directories.flatMap((one) => [...officialNumbers(parseDirectory(one))]));
  const reported = objectionsTo(open.reported, await publishedState(next), official);
  if (compactIn(open.targets)?.state === compactIn(next)?.state) return reported;
  const [from, to] = [(await publishedNumbers(open.targets))?.blocks, (await publishedNumbers(next))?.blocks];
  const compact = objectionsToChange(diffNumbers(from ?? [], to ?? []), countNumbers(from ?? []), official);
  return together([...reported, ...compact]);
}

/** Reads the file of a publication. Throws PublishError, FeedError or ListError where it cannot be published here. */
export async function readReceived(open: OpenFeed, file: Bytes): Promise<Received> {
  const proposal = rebased(readProposal(file), open.published);
  await requireSound(proposal, open.published);
  const targets = proposedTargets(proposal, open.targets);
  return {
    proposal,
    version: infoIn(targets).version,
    count: await countBetween(open, targets),
    edits: withTold(await proposalEdits(open, proposal), file),
    objections: await objectionsToTargets(open, targets),
  };
}
