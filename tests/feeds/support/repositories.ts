/** Two repositories with the same keys to their roles: one by our publisher, one by @tufjs/models alone. */
import { createPrivateKey } from 'node:crypto';
import {
  Key,
  MetaFile,
  Metadata,
  Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
  MetadataKind,
} from '@tufjs/models';
import { signerOf } from '../../../lib/lists/publish/keys';
import { propose, publicationFiles } from '../../../lib/lists/publish/proposal';
import { makeRoot } from '../../../lib/lists/publish/root';
import { signProposal } from '../../../lib/lists/publish/signing';
import { bytesOf, hashOf, newKey, signatureOf, type Repository, type RoleName, type TestKey } from './forge';

/** Two root keys must sign together; the others sign alone. */
function newKeys(): Repository['keys'] {
  return { root: [newKey(), newKey()], timestamp: [newKey()], snapshot: [newKey()], targets: [newKey()] };
}

const THRESHOLDS: Record<RoleName, number> = { root: 2, timestamp: 1, snapshot: 1, targets: 1 };

function signerFor(key: TestKey) {
  const secret = createPrivateKey(key.pem).export({ type: 'pkcs8', format: 'der' }).toString('base64');
  return signerOf({ public: key.value.keyval.public, secret });
}

/** By our publisher. `content`: targets by name. */
export async function ourRepository(now: number, content: Record<string, string>): Promise<Repository> {
  const keys = newKeys();
  const signers = {
    root: await Promise.all(keys.root.map(signerFor)),
    timestamp: await Promise.all(keys.timestamp.map(signerFor)),
    snapshot: await Promise.all(keys.snapshot.map(signerFor)),
    targets: await Promise.all(keys.targets.map(signerFor)),
  };
  const roleOf = (role: RoleName) => ({ keys: signers[role], threshold: THRESHOLDS[role] });
  const keyring = {
    root: roleOf('root'),
    timestamp: roleOf('timestamp'),
    snapshot: roleOf('snapshot'),
    targets: roleOf('targets'),
  };
  const targets = new Map(Object.entries(content).map(([name, text]) => [name, bytesOf(text)]));
  const start = await propose(undefined, { content: targets, nextRoot: makeRoot(keyring, 1, now) }, now);
  const { proposal } = await signProposal(start, Object.values(signers).flat(), now);
  const files = new Map(await publicationFiles(proposal));
  return { files, keys };
}

function fileOf(metadata: Metadata<Root | Timestamp | Snapshot | Targets>, keys: readonly TestKey[]) {
  for (const key of keys) {
    metadata.sign((data) => new Signature({ keyID: key.id, sig: signatureOf(data.toString(), key) }));
  }
  return bytesOf(JSON.stringify(metadata.toJSON(), undefined, 1));
}

/** By @tufjs/models: nothing of ours. */
export function modelsRepository(now: number, content: Record<string, string>): Repository {
  const keys = newKeys();
  const files: Repository['files'] = new Map();
  const in30Days = `${new Date(now + 30 * 86_400_000).toISOString().slice(0, 19)}Z`;
  const head = { version: 1, specVersion: '1.0.30', expires: in30Days };
  const root = new Root({ ...head, consistentSnapshot: true });
  for (const role of Object.keys(keys) as RoleName[]) {
    for (const { id, value } of keys[role]) {
      const { keytype: keyType, scheme, keyval: keyVal } = value;
      root.addKey(new Key({ keyID: id, keyType, scheme, keyVal }), role);
    }
    const { keyIDs } = root.roles[role] ?? { keyIDs: [] };
    Object.assign(root.roles[role] ?? {}, { threshold: THRESHOLDS[role], keyIDs });
  }
  const targets = new Targets(head);
  for (const [path, text] of Object.entries(content)) {
    const hash = hashOf(bytesOf(text));
    targets.addTarget(new TargetFile({ path, length: bytesOf(text).length, hashes: { sha256: hash } }));
    const slash = path.lastIndexOf('/') + 1;
    files.set(`targets/${path.slice(0, slash)}${hash}.${path.slice(slash)}`, bytesOf(text));
  }
  const meta = (bytes: Uint8Array) =>
    new MetaFile({ version: 1, length: bytes.length, hashes: { sha256: hashOf(bytes) } });
  const targetsFile = fileOf(new Metadata(targets), keys.targets);
  const snapshot = new Snapshot({ ...head, meta: { 'targets.json': meta(targetsFile) } });
  const snapshotFile = fileOf(new Metadata(snapshot), keys.snapshot);
  const timestamp = new Timestamp({ ...head, snapshotMeta: meta(snapshotFile) });
  files.set(`metadata/1.${MetadataKind.Root}.json`, fileOf(new Metadata(root), keys.root));
  files.set('metadata/1.targets.json', targetsFile);
  files.set('metadata/1.snapshot.json', snapshotFile);
  files.set('metadata/timestamp.json', fileOf(new Metadata(timestamp), keys.timestamp));
  return { files, keys };
}
