/** What stands against publishing a version here, whoever drafted it. Pure. */
import { DOCUMENT_TARGETS, publishedNumbers, publishedState } from '../../lists/publish/content';
import { countNumbers, diffNumbers } from '../../lists/publish/diff';
import {
  objectionsTo,
  objectionsToChange,
  objectionsToLists,
  type NumberObjection,
  type Objection,
} from '../../lists/publish/guards';
import type { Files } from '../../lists/publish/proposal';
import type { OpenFeed } from '../open/read-feed';
import type { ReportedDraft } from '../reported/draft';
import { compactIn } from './count';
import { documentToPublish, DOCUMENTS, publishedDocument, takenOut, type DocumentDrafts } from './documents';
import { officialOver } from './official';

type Live = Pick<OpenFeed, 'reported' | 'targets'>;

/** The same objection to the printed reports and to the compact set is one. */
function together(objections: readonly NumberObjection[]): NumberObjection[] {
  const numbers = new Map<NumberObjection['code'], readonly string[]>();
  for (const one of objections) numbers.set(one.code, [...(numbers.get(one.code) ?? []), ...one.numbers]);
  return Array.from(numbers, ([code, all]) => ({ code, numbers: all }));
}

/** What stands against a draft. Throws ListError where its directory is none. */
export function objectionsToDraft(
  open: Live,
  { reported, drafts }: { readonly reported: ReportedDraft; readonly drafts: DocumentDrafts },
): Objection[] {
  const directories = [
    publishedDocument(open.targets, 'directory'),
    documentToPublish(open.targets, drafts, 'directory'),
  ];
  const official = officialOver(directories);
  const gone = takenOut(drafts).filter((list) => open.targets.has(DOCUMENT_TARGETS[list]));
  return [...objectionsTo(open.reported, reported.state(), official), ...objectionsToLists(gone)];
}

/** What stands against the targets of a version. Throws FeedError or ListError. */
export async function objectionsToTargets(live: Live, next: Files): Promise<Objection[]> {
  const official = officialOver([live.targets, next].map((one) => publishedDocument(one, 'directory')));
  const isGone = (name: string) => live.targets.has(name) && !next.has(name);
  const gone = DOCUMENTS.filter((list) => isGone(DOCUMENT_TARGETS[list]));
  const lists = objectionsToLists(gone);
  const reported = objectionsTo(live.reported, await publishedState(next), official);
  if (live.targets.size > 0 && compactIn(live.targets)?.state === compactIn(next)?.state)
    return [...reported, ...lists];
  const from = live.targets.size > 0 ? (await publishedNumbers(live.targets))?.blocks : undefined;
  const to = (await publishedNumbers(next))?.blocks;
  const compact = objectionsToChange(diffNumbers(from ?? [], to ?? []), countNumbers(from ?? []), official);
  return [...together([...reported, ...compact]), ...lists];
}
