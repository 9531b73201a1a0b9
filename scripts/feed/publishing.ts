/** What the commands do that change what is published. */
import { sha256 } from '../../lib/lists/feed/bytes';
import type { FeedInfo } from '../../lib/lists/feed/content-schema';
import { readMetadata, ROLES, type Role } from '../../lib/lists/feed/metadata';
import { publishedState, targetsOf } from '../../lib/lists/publish/content';
import { diffReported, type ReportedDiff } from '../../lib/lists/publish/diff';
import { publish, refresh, type Published } from '../../lib/lists/publish/publication';
import { makeRoot, rootSigners } from '../../lib/lists/publish/root';
import { signed } from '../../lib/lists/publish/sign';
import type { Signer } from '../../lib/lists/publish/keys';
import { compareVersions } from '../../lib/lists/versions';
import { newRoleFile, type FeedFolder, type Secrets } from './folder';

/** SHA-256 of the first root: what people paste beside the address. */
export function fingerprintOf(folder: FeedFolder): Promise<string> {
  return sha256(folder.read('public/metadata/1.root.json'));
}

/** Makes keys and the first root. */
export async function makeKeys(folder: FeedFolder, rootKeys: number, threshold: number): Promise<void> {
  for (const role of ROLES) {
    folder.writeKeys(
      role,
      role === 'root' ? await newRoleFile(rootKeys, threshold) : await newRoleFile(1, 1),
    );
  }
  const secrets = await folder.secrets();
  const root = await signed(makeRoot(secrets, 1, Date.now()), secrets.root.signers);
  folder.publish(new Map([['metadata/1.root.json', root]]));
}

function signersOf({ targets, snapshot, timestamp }: Secrets) {
  return { targets: targets.signers, snapshot: snapshot.signers, timestamp: timestamp.signers };
}

/** Today's version, counted on where the day has one already. */
export function nextVersion(before: string | undefined, now: Date): string {
  const day = `${String(now.getUTCFullYear())}.${String(now.getUTCMonth() + 1)}.${String(now.getUTCDate())}`;
  if (before === undefined || compareVersions(day, before) > 0) return day;
  const [year = '', month = '', date = '', count = '1'] = before.split('.');
  return [year, month, date, String(Number(count) + 1)].join('.');
}

function infoOf(folder: FeedFolder, before: Published | undefined): FeedInfo {
  const now = new Date();
  const { info } = folder.draft();
  const version = before ? nextVersion(info.version, now) : info.version;
  return { ...info, version, published: before ? now.toISOString().slice(0, 10) : info.published };
}

/** Publishes the draft under a new version. */
export async function publishDraft(folder: FeedFolder): Promise<FeedInfo> {
  const before = folder.published();
  const content = { ...folder.draft(), info: infoOf(folder, before) };
  const targets = await targetsOf(content, before && folder.publishedTargets(before));
  folder.publish(await publish(targets, before, signersOf(await folder.secrets()), Date.now()));
  folder.writeDraft(content);
  return content.info;
}

/** Signs new dates for what is published. Gives when the timestamp expires. */
export async function refreshDates(folder: FeedFolder): Promise<string> {
  const before = folder.published();
  if (!before) throw new Error('Nothing is published yet: sign first.');
  folder.publish(await refresh(before, signersOf(await folder.secrets()), Date.now()));
  const after = folder.published() ?? before;
  return readMetadata('timestamp', after.timestamp).signed.expires;
}

/** Replaces the keys of a role by new ones: a new root, signed by the keys of before and after, and new metadata. */
export async function rotateKeys(folder: FeedFolder, role: Role): Promise<number> {
  const before = await folder.secrets();
  const { keys, threshold } = folder.keyFile(role);
  const version = folder.rootVersion() + 1;
  folder.writeKeys(role, await newRoleFile(keys.length, threshold));
  const after = await folder.secrets();
  const signers = rootSigners(after, before) as readonly Signer[];
  const root = await signed(makeRoot(after, version, Date.now()), signers);
  folder.publish(new Map([[`metadata/${String(version)}.root.json`, root]]));
  const published = folder.published();
  if (published) {
    const targets = folder.publishedTargets(published);
    folder.publish(await publish(targets, published, signersOf(after), Date.now()));
  }
  return version;
}

/** What the draft would change. */
export async function diffDraft(
  folder: FeedFolder,
): Promise<ReportedDiff & { readonly lists: readonly string[] }> {
  const before = folder.published();
  const draft = folder.draft();
  if (!before) return { ...diffReported(new Map(), draft.reported), lists: [] };
  const targets = folder.publishedTargets(before);
  const next = await targetsOf(draft, targets);
  const lists = ['directory.json', 'phrase-pack.json', 'site-pack.json'].filter(
    (name) => !Buffer.from(next.get(name) ?? []).equals(Buffer.from(targets.get(name) ?? [])),
  );
  return { ...diffReported(await publishedState(targets), draft.reported), lists };
}
