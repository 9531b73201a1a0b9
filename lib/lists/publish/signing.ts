/** Signing of a proposal: each adds the signatures that the keys at hand can give. Pure. */
import { readMetadata, type Role, type Root, type Signed } from '../feed/metadata';
import { textOf, utf8, type Bytes } from '../feed/bytes';
import type { Signer } from './keys';
import { CONTENT_ROLES, metaOf, rootsOf, type ContentRole, type Proposal } from './proposal';
import { PublishError } from './publish-error';
import { head } from './root';
import { addSignature, isSigned, signed } from './sign';

/** Most bytes of a timestamp: that is what 30 million browsers ask for every few minutes. */
export const MAX_TIMESTAMP = 1_024;

/** Signatures that a timestamp has room for. */
export const MAX_TIMESTAMP_SIGNATURES = 3;

/** What a proposal waits for. */
export interface Missing {
  readonly role: Role;
  /** Ids of the keys that may still sign. */
  readonly keyids: readonly string[];
  readonly have: number;
  readonly need: number;
}

export interface SigningResult {
  readonly proposal: Proposal;
  /** Undefined once every signature is there. */
  readonly missing: Missing | undefined;
  /** The roles that these signers signed. */
  readonly signedRoles: readonly Role[];
}

/** The file of a role that names the finished one before it. */
async function follow(role: ContentRole, proposal: Proposal, now: number): Promise<Bytes> {
  const { targets, snapshot } = proposal.metadata;
  const version = (name: ContentRole) => proposal.versions[name] ?? 0;
  let value: Signed<Role> | undefined;
  if (role === 'snapshot' && targets) {
    const named = await metaOf(readMetadata('targets', targets).signed.version, targets);
    value = { ...head('snapshot', version('snapshot'), now), meta: { 'targets.json': named } };
  } else if (role === 'timestamp' && snapshot) {
    const named = await metaOf(readMetadata('snapshot', snapshot).signed.version, snapshot);
    value = { ...head('timestamp', version('timestamp'), now), meta: { 'snapshot.json': named } };
  }
  if (!value) throw new PublishError('ERR_PUBLISH_PROPOSAL', `The proposal lacks what ${role} names.`);
  return signed(value, []);
}

async function withSignatures(role: Role, file: Bytes, roots: readonly Root[], signers: readonly Signer[]) {
  let next = file;
  const used: string[] = [];
  for (const signer of signers) {
    if (used.includes(signer.id) || !roots.some((root) => root.roles[role].keyids.includes(signer.id)))
      continue;
    next = await addSignature(role, next, signer);
    used.push(signer.id);
  }
  return { next, signedAny: used.length > 0 };
}

/** A timestamp with no more signatures than the root in force asks for: those of keys that it replaces would not fit. */
function fewest(file: Bytes, { roles }: Root): Bytes {
  const { keyids, threshold } = roles.timestamp;
  const { signed: value, signatures } = JSON.parse(textOf(file)) as {
    readonly signed: unknown;
    readonly signatures: readonly { readonly keyid: string }[];
  };
  const counting = signatures.filter(({ keyid }) => keyids.includes(keyid)).slice(0, threshold);
  return utf8(JSON.stringify({ signatures: counting, signed: value }));
}

function missingOf(role: Role, file: Bytes, roots: readonly Root[]): Missing {
  const by = new Set(readMetadata(role, file).signatures.map(({ keyid }) => keyid));
  // The root in force is the last one; a new root also needs the signatures of the one before.
  const open = roots.find(
    (root) => root.roles[role].keyids.filter((id) => by.has(id)).length < root.roles[role].threshold,
  );
  const { keyids = [], threshold = 0 } = (open ?? roots.at(-1))?.roles[role] ?? {};
  return {
    role,
    keyids: keyids.filter((id) => !by.has(id)),
    have: keyids.filter((id) => by.has(id)).length,
    need: threshold,
  };
}

/**
 * Adds the signatures that these signers can give, role after role, as far as they reach. `now` dates what is made on the
 * way. Throws PublishError where the proposal does not hold together, RangeError where a timestamp grows beyond 1 kB.
 */
export async function signProposal(
  start: Proposal,
  signers: readonly Signer[],
  now: number,
): Promise<SigningResult> {
  let proposal = start;
  const signedRoles: Role[] = [];
  const { force, before } = rootsOf(start);
  const roots = before ? [before, force] : [force];
  const complete = async (role: Role, file: Bytes, under: readonly Root[]) => {
    for (const root of under) if (!(await isSigned(root, role, file))) return false;
    return true;
  };
  if (proposal.nextRoot && !(await complete('root', proposal.nextRoot, roots))) {
    const { next, signedAny } = await withSignatures('root', proposal.nextRoot, roots, signers);
    proposal = { ...proposal, nextRoot: next };
    if (signedAny) signedRoles.push('root');
    if (!(await complete('root', next, roots)))
      return { proposal, signedRoles, missing: missingOf('root', next, roots) };
  }
  for (const role of CONTENT_ROLES) {
    const file = proposal.metadata[role] ?? (await follow(role, proposal, now));
    if (proposal.versions[role] === undefined || (await complete(role, file, [force]))) continue;
    const { next: all, signedAny } = await withSignatures(role, file, roots, signers);
    const next = role === 'timestamp' && all.length > MAX_TIMESTAMP ? fewest(all, force) : all;
    if (role === 'timestamp' && next.length > MAX_TIMESTAMP)
      throw new RangeError(`timestamp.json has ${String(next.length)} bytes.`);
    proposal = { ...proposal, metadata: { ...proposal.metadata, [role]: next } };
    if (signedAny) signedRoles.push(role);
    if (!(await complete(role, next, [force])))
      return { proposal, signedRoles, missing: missingOf(role, next, [force]) };
  }
  return { proposal, signedRoles, missing: undefined };
}
