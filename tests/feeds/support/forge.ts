/** Changes files of a repository as an attacker, a broken server or a careless publisher would. Nothing of ours. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';

export type RoleName = 'root' | 'timestamp' | 'snapshot' | 'targets';
export type Json = Record<string, unknown>;

/** A key with its id under the specification and its secret in PEM. */
export interface TestKey {
  readonly id: string;
  readonly value: { keytype: string; scheme: string; keyval: { public: string } };
  readonly pem: string;
}

export function newKey(): TestKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const value = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: spki.subarray(-32).toString('hex') },
  };
  const id = createHash('sha256').update(canonicalize(value)).digest('hex');
  return { id, value, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function signatureOf(payload: string, key: TestKey): string {
  return sign(null, Buffer.from(payload), createPrivateKey(key.pem)).toString('hex');
}

/** A repository: its files by path, and the keys of each role. */
export interface Repository {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  readonly keys: Record<RoleName, TestKey[]>;
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export function copyOf({ files, keys }: Repository): Repository {
  return { files: new Map(files), keys: structuredClone(keys) };
}

/** The signed part of a file. */
export function signedOf(repository: Repository, path: string): Json {
  const bytes = repository.files.get(path);
  if (!bytes) throw new Error(`no ${path}`);
  return (JSON.parse(Buffer.from(bytes).toString()) as { signed: Json }).signed;
}

export function writeSigned(
  repository: Repository,
  path: string,
  signed: Json,
  keys: readonly TestKey[],
): void {
  const payload = canonicalize(signed);
  const signatures = keys.map((key) => ({ keyid: key.id, sig: signatureOf(payload, key) }));
  repository.files.set(path, bytesOf(JSON.stringify({ signatures, signed })));
}

/** The path of the newest file of a role. */
export function newest(repository: Repository, role: RoleName): string {
  if (role === 'timestamp') return 'metadata/timestamp.json';
  const versions = [...repository.files.keys()].flatMap((path) => {
    const match = new RegExp(`^metadata/(\\d+)\\.${role}\\.json$`).exec(path);
    return match ? [Number(match[1])] : [];
  });
  return `metadata/${String(Math.max(...versions))}.${role}.json`;
}

/** A changed copy of the newest file of a role under its next version, validly signed. Gives its path. */
export function nextVersion(repository: Repository, role: RoleName, change: (signed: Json) => void): string {
  const signed = structuredClone(signedOf(repository, newest(repository, role)));
  signed.version = Number(signed.version) + 1;
  change(signed);
  const path =
    role === 'timestamp' ? newest(repository, role) : `metadata/${String(signed.version)}.${role}.json`;
  writeSigned(repository, path, signed, repository.keys[role]);
  return path;
}

function metaOf(repository: Repository, path: string): Json {
  const bytes = repository.files.get(path) ?? new Uint8Array();
  const { version } = signedOf(repository, path);
  return { version, length: bytes.length, hashes: { sha256: hashOf(bytes) } };
}

/** A new snapshot over the newest targets and a new timestamp over that; each may be changed before it is signed. */
export function republish(
  repository: Repository,
  change: { snapshot?: (signed: Json) => void; timestamp?: (signed: Json) => void } = {},
): void {
  nextVersion(repository, 'snapshot', (signed) => {
    signed.meta = { 'targets.json': metaOf(repository, newest(repository, 'targets')) };
    change.snapshot?.(signed);
  });
  nextVersion(repository, 'timestamp', (signed) => {
    signed.meta = { 'snapshot.json': metaOf(repository, newest(repository, 'snapshot')) };
    change.timestamp?.(signed);
  });
}

/** A new root with other keys, signed by `signers`. */
export function rotate(
  repository: Repository,
  roles: readonly RoleName[],
  signers: (before: readonly TestKey[], after: readonly TestKey[]) => readonly TestKey[] = (before, after) =>
    uniqueKeys([...before, ...after]),
  change: (signed: Json) => void = () => undefined,
): void {
  const path = newest(repository, 'root');
  const signed = structuredClone(signedOf(repository, path));
  const before = repository.keys.root;
  for (const role of roles) repository.keys[role] = [newKey()];
  signed.version = Number(signed.version) + 1;
  const at = `metadata/${String(signed.version)}.root.json`;
  signed.keys = Object.fromEntries(
    Object.values(repository.keys).flatMap((keys) => keys.map((key) => [key.id, key.value])),
  );
  const old = signed.roles as Record<RoleName, { threshold: number }>;
  signed.roles = Object.fromEntries(
    (Object.keys(repository.keys) as RoleName[]).map((role) => [
      role,
      {
        keyids: repository.keys[role].map((key) => key.id),
        threshold: roles.includes(role) ? 1 : old[role].threshold,
      },
    ]),
  );
  change(signed);
  writeSigned(repository, at, signed, signers(before, repository.keys.root));
}

/** Keys of a list, each once. */
export function uniqueKeys(keys: readonly TestKey[]): TestKey[] {
  return [...new Map(keys.map((key) => [key.id, key])).values()];
}
