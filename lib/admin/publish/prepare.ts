/** From a draft to the files that publish it. Pure but for WebCrypto: time, versions and signers are arguments. */
import type { FeedInfo } from '../../lists/feed/content-schema';
import { readMetadata, type Role, type Root } from '../../lists/feed/metadata';
import { targetPath } from '../../lists/feed/targets';
import { DOCUMENT_TARGETS, targetsOf, type FeedContent } from '../../lists/publish/content';
import { diffReported } from '../../lists/publish/diff';
import type { Signer } from '../../lists/publish/keys';
import { publish, refresh, type Files, type Signers } from '../../lists/publish/publication';
import type { OpenFeed } from '../open/read-feed';
import type { ReportedDraft } from '../reported/draft';
import type { ChangeCount, HistoryEntry } from './history';

/** The draft of the lists beside the reported one: a part that is absent stays as it is published. */
export interface DocumentDrafts {
  readonly info?: FeedInfo | undefined;
  readonly directory?: unknown;
  readonly phrasePack?: unknown;
  readonly sitePack?: unknown;
}

/** A publication that is ready to be written. */
export interface Prepared {
  readonly files: Files;
  readonly info: FeedInfo;
  /** Absent where only dates were signed anew. */
  readonly history?: HistoryEntry;
  readonly expires: Readonly<Record<Role, string>>;
}

type DocumentName = keyof typeof DOCUMENT_TARGETS;
const DOCUMENTS = Object.keys(DOCUMENT_TARGETS) as DocumentName[];

function publishedDocument(open: OpenFeed, part: DocumentName): unknown {
  const bytes = open.targets.get(DOCUMENT_TARGETS[part]);
  return bytes && JSON.parse(new TextDecoder().decode(bytes));
}

/** The whole content of a draft. */
export function contentOf(
  open: OpenFeed,
  reported: ReportedDraft,
  drafts: DocumentDrafts,
  info: FeedInfo,
): FeedContent {
  const documents = DOCUMENTS.map((part) => [part, drafts[part] ?? publishedDocument(open, part)] as const);
  return { info, reported: reported.state(), ...Object.fromEntries(documents) };
}

/** What a draft changes against what is published. */
export function countChanges(open: OpenFeed, reported: ReportedDraft, drafts: DocumentDrafts): ChangeCount {
  const { added, removed, changed } = diffReported(open.reported, reported.state());
  const documents = (['info', ...DOCUMENTS] as const).filter((part) => drafts[part] !== undefined);
  return { added: added.length, removed: removed.length, changed: changed.length, documents };
}

/** Signers that the root lets sign for a role, of those at hand. */
export function signersFor(
  root: Root,
  role: Exclude<Role, 'root'>,
  at: readonly Signer[],
): readonly Signer[] {
  return at.filter(({ id }) => root.roles[role].keyids.includes(id));
}

/** The roles for which fewer keys are at hand than must sign. */
export function missingSigners(
  root: Root,
  at: readonly Signer[],
): { role: Role; have: number; need: number }[] {
  return (['targets', 'snapshot', 'timestamp'] as const)
    .map((role) => ({ role, have: signersFor(root, role, at).length, need: root.roles[role].threshold }))
    .filter(({ have, need }) => have < need);
}

function kindOf(before: number, after: number): 'added' | 'removed' | 'changed' {
  return before === 0 ? 'added' : after === 0 ? 'removed' : 'changed';
}

/** Why each number of a draft changes. */
export function reasonsFor(open: OpenFeed, reported: ReportedDraft): HistoryEntry['reasons'] {
  return Array.from(reported.changes.values(), ({ number, lines, reason }) => ({
    ...reason,
    number,
    kind: kindOf(open.reported.get(number)?.length ?? 0, lines.length),
  }));
}

export interface PrepareOptions {
  readonly open: OpenFeed;
  readonly reported: ReportedDraft;
  readonly drafts: DocumentDrafts;
  readonly signers: readonly (Signer & { readonly holder: string })[];
  /** The new version; see nextVersion. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly rollBackTo?: string | undefined;
}

function expiriesOf(files: Files, before: Prepared['expires']): Prepared['expires'] {
  const expires = { ...before };
  for (const [path, bytes] of files) {
    const role = /^metadata\/(?:\d+\.)?(targets|snapshot|timestamp)\.json$/.exec(path)?.[1] as
      Role | undefined;
    if (role) expires[role] = readMetadata(role, bytes).signed.expires;
  }
  return expires;
}

function rolesOf(root: Root, at: readonly Signer[]): Signers {
  const of = (role: 'targets' | 'snapshot' | 'timestamp') => signersFor(root, role, at);
  return { targets: of('targets'), snapshot: of('snapshot'), timestamp: of('timestamp') };
}

/** New dates for what is published. */
export async function prepareRefresh(
  { open, signers }: Pick<PrepareOptions, 'open' | 'signers'>,
  now: number,
): Promise<Prepared> {
  const files = await refresh(open.published, rolesOf(open.root, signers), now);
  return { files, info: open.info, expires: expiriesOf(files, open.expires) };
}

/** Signs a draft. Throws RangeError where a target is too long. */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const { open, reported, drafts, signers, version, now, rollBackTo } = options;
  const at = new Date(now).toISOString();
  const info = { ...(drafts.info ?? open.info), version, published: at.slice(0, 10) };
  const targets = await targetsOf(contentOf(open, reported, drafts, info), open.targets);
  const roles = rolesOf(open.root, signers);
  const files = await publish(targets, open.published, roles, now);
  const targetsFile = [...files].find(([path]) => path.endsWith('.targets.json'))?.[1] ?? new Uint8Array();
  const named = Object.entries(readMetadata('targets', targetsFile).signed.targets);
  return {
    files,
    info,
    expires: expiriesOf(files, open.expires),
    history: {
      version,
      at,
      signedBy: [
        ...new Set(
          signers.filter(({ id }) => roles.targets.some((one) => one.id === id)).map(({ holder }) => holder),
        ),
      ],
      count: countChanges(open, reported, drafts),
      reasons: reasonsFor(open, reported),
      targets: Object.fromEntries(named.map(([name, file]) => [name, targetPath(name, file.hashes.sha256)])),
      ...(rollBackTo !== undefined && { rollBackTo }),
    },
  };
}
