/** What every fault is made of. */
import type { Server } from '../clients';
import {
  bytesOf,
  newest,
  nextVersion,
  republish,
  signedOf,
  writeSigned,
  type Json,
  type Repository,
  type RoleName,
} from '../forge';

export interface Fault {
  readonly name: string;
  /** Changes what the server gives; asked before the second update. */
  readonly change: (server: Server) => void;
  /** Our code of the refusal, or the version of the targets that both take. */
  readonly expected: string | number;
  /** What both take after the server is mended by this. */
  readonly mend?: (server: Server, before: Repository) => void;
  /** Our code of the refusal after `mend`, or the version that both take. */
  readonly mended?: string | number;
}

export const PAST = '2020-01-01T00:00:00Z';
export const meta = (signed: Json, name: string) => (signed.meta as Record<string, Json>)[name] ?? {};
export const raw = (server: Server, path: string, text: string) =>
  server.repository.files.set(path, bytesOf(text));
export const moreTargets = ({ repository }: Server, change: (signed: Json) => void = () => undefined) =>
  nextVersion(repository, 'targets', change);

export function spoil(server: Server, role: RoleName): void {
  const path = newest(server.repository, role);
  const text = Buffer.from(server.repository.files.get(path) ?? []).toString();
  raw(
    server,
    path,
    text.replace(/"sig":\s*"(.)/, (whole, digit: string) => whole.slice(0, -1) + (digit === '0' ? '1' : '0')),
  );
}

/** Signs the newest file of a role with these keys instead of its own. */
export function resign({ repository }: Server, role: RoleName, keys: Repository['keys'][RoleName]): void {
  const path = newest(repository, role);
  writeSigned(repository, path, signedOf(repository, path), keys);
}

/** JSON, but no metadata. */
export const NO_METADATA = '{"signed":{"_type":"targets"},"signatures":[]}';

/** Longer than either client takes of any metadata. */
export const ENDLESS = ' '.repeat(6_000_000);

/** A new publication whose timestamp names the snapshot by its version alone, so that its bytes may be any. */
export function bare(server: Server): void {
  republish(server.repository, {
    timestamp: (signed) => (signed.meta = { 'snapshot.json': { version: 2 } }),
  });
}

/** The same for targets. */
export function bareTargets(server: Server): void {
  republish(server.repository, { snapshot: (signed) => (signed.meta = { 'targets.json': { version: 2 } }) });
}
