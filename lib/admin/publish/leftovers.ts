/**
 * Files of a publication that was given up half-way lie at the place under the versions that the next one would take.
 * They are never overwritten, for browsers and caches may hold them: the next publication passes over their versions.
 */
import { sameBytes, type Bytes } from '../../lists/feed/bytes';
import type { PerRole, Proposal } from '../../lists/publish/proposal';
import { MAX_PASSED_OVER, raised } from '../../lists/publish/raise';
import { signProposal } from '../../lists/publish/signing';
import type { HeldSigner } from '../keys/stored-signer';
import { PlaceError, type Place } from './destination';
import type { Prepared } from './prepare';
import { TIMESTAMP } from './put-feed';

/** The first versions under which a place has no other file than the proposal's; empty where all are free. */
export async function versionFloor(place: Place, { versions, metadata }: Proposal): Promise<PerRole<number>> {
  const floor: Partial<Record<'targets' | 'snapshot', number>> = {};
  for (const role of ['targets', 'snapshot'] as const) {
    const [own, ours] = [versions[role], metadata[role]];
    if (own === undefined || !ours) continue;
    const pathOf = (version: number) => `metadata/${String(version)}.${role}.json`;
    const there = await place.read(pathOf(own));
    if (!there || sameBytes(there.bytes, ours)) continue;
    let free = own + 1;
    while (await place.read(pathOf(free))) {
      if (free++ >= own + MAX_PASSED_OVER) throw new PlaceError('ERR_PLACE_CONFLICT', pathOf(free));
    }
    floor[role] = free;
  }
  return floor;
}

/**
 * The publication under versions that are free at the place, signed anew as far as the keys at hand reach. `before`: the
 * timestamp that it stands on; where another one is there, somebody else published, and it stays as it is for
 * putFeed to refuse.
 */
export async function aboveLeftovers(
  place: Place,
  prepared: Prepared,
  before: Bytes,
  signers: readonly HeldSigner[],
  now: number,
): Promise<Prepared> {
  const there = await place.read(TIMESTAMP);
  if (there && !sameBytes(there.bytes, before)) return prepared;
  const floor = await versionFloor(place, prepared.proposal);
  if (Object.keys(floor).length === 0) return prepared;
  const { proposal, missing } = await signProposal(await raised(prepared.proposal, floor), signers, now);
  return { ...prepared, proposal, missing };
}
