/** A feed as the console makes it, in memory, and what its holders do. */
import {
  dailyKey,
  emptyContent,
  firstPublication,
  makeKeys,
  type MadeKey,
} from '../../../../lib/admin/keys/ceremony';
import { storedSigner, type HeldSigner } from '../../../../lib/admin/keys/stored-signer';
import { filesTransport } from '../../../../lib/admin/open/files';
import { readFeed, type OpenFeed } from '../../../../lib/admin/open/read-feed';
import { finished, prepare, type Prepared } from '../../../../lib/admin/publish/prepare';
import { DOCUMENTS, documentToPublish, type DocumentDrafts } from '../../../../lib/admin/publish/documents';
import { ReportedDraft } from '../../../../lib/admin/reported/draft';
import { lineOf } from '../../../../lib/lists/reported/state';
import type { ReportedEntry } from '../../../../lib/lists/schema-reported';
import type { Bytes } from '../../../../lib/lists/feed/bytes';
import { targetsOf } from '../../../../lib/lists/publish/content';
import { CONFIRMABLE } from '../../../../lib/lists/publish/guards';
import { propose, type Files, type Proposal } from '../../../../lib/lists/publish/proposal';
import { nextVersion } from '../../../../lib/lists/publish/versions';

export const NOW = Date.parse('2026-11-28T08:00:00Z');
export const LATER = NOW + 3_600_000;

/** Yes to all that may be asked. */
export const ALL_ALLOWED: ReadonlySet<string> = new Set(CONFIRMABLE);

export interface TestFeed {
  readonly files: Files;
  readonly fingerprint: string;
  readonly keys: readonly MadeKey[];
}

/** A new feed whose content these people sign, so many of them together; An keeps the other keys. */
export async function newFeed(holders = ['An'], threshold = 1, now = NOW): Promise<TestFeed> {
  const an = { holders: ['An'], threshold: 1 };
  const plan = { root: an, targets: { holders, threshold }, snapshot: an, timestamp: an };
  const keys = await makeKeys(plan);
  const name = { vi: 'Nguồn thử', en: 'Test feed' };
  const info = { format: 1 as const, version: '2026.11.27', published: '2026-11-27', name };
  return { keys, ...(await firstPublication(plan, keys, emptyContent(info), now)) };
}

/** The daily keys of a holder. */
export function signersOf({ keys }: TestFeed, who: string): Promise<HeldSigner[]> {
  const own = keys.filter(({ role, holder }) => role !== 'root' && holder === who);
  return Promise.all(
    own.map(async ({ role, holder, pair }) =>
      storedSigner({ feed: '', role, holder, public: pair.public, key: await dailyKey(pair) }),
    ),
  );
}

/** The feed that lies in these files, verified. */
export function openFeed(files: ReadonlyMap<string, Bytes>, fingerprint: string): Promise<OpenFeed> {
  return readFeed(filesTransport(files), fingerprint);
}

/** A report of a number. */
export function reportOf(number: string, category = 'gia-danh-cong-an'): ReportedEntry {
  return {
    number,
    category,
    pretends: { vi: 'giả công an', en: 'fake police' },
    publisher: 'Báo',
    url: 'https://bao.example.vn/',
    date: '2026-11-01',
    strength: 'strong',
  };
}

/** The line of such a report. */
export function numberLine(number: string, category?: string): string {
  return lineOf(reportOf(number, category));
}

/** A draft with one number more, signed as far as the keys reach. */
export function addNumber(
  open: OpenFeed,
  number: string,
  signers: readonly HeldSigner[],
  now = NOW,
): Promise<Prepared> {
  const reason = { who: 'An', at: new Date(now).toISOString(), why: 'thử', source: '' };
  const { draft } = new ReportedDraft(open.reported).add([[number, numberLine(number)]], reason);
  return prepare({ open, reported: draft, drafts: {}, reasons: {}, signers, now });
}

/** The files of a publication that has all its signatures. */
export async function filesOf(prepared: Prepared, open: OpenFeed): Promise<Files> {
  return (await finished(prepared, open.expires)).files;
}

/** A draft as a program proposes it that asks nothing, unsigned. */
export async function proposeUnasked(
  open: OpenFeed,
  reported: ReportedDraft,
  drafts: DocumentDrafts = {},
  now = NOW,
): Promise<Proposal> {
  const documents = DOCUMENTS.map((list) => [list, documentToPublish(open.targets, drafts, list)] as const);
  const info = { ...open.info, version: nextVersion(open.info.version, now), published: '2026-11-29' };
  const content = { info, reported: reported.state(), ...Object.fromEntries(documents) };
  return propose(open.published, { content: await targetsOf(content, open.targets) }, now);
}
