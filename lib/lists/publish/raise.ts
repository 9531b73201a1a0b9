/** The same proposal under higher versions, where files of the next ones lie on the server already. Pure. */
import type { Bytes } from '../feed/bytes';
import { readMetadata } from '../feed/metadata';
import type { ContentRole, PerRole, Proposal } from './proposal';
import { signed } from './sign';

/** Versions that may be passed over at once: as many publications as may have been given up between two that were not. */
export const MAX_PASSED_OVER = 100;

/**
 * The proposal with versions of at least `floor`. What gets another version loses its signatures, and so does what names
 * it; roles that are not signed anew stay.
 */
export async function raised(proposal: Proposal, floor: PerRole<number>): Promise<Proposal> {
  const versions = { ...proposal.versions };
  const metadata: Partial<Record<ContentRole, Bytes | undefined>> = { ...proposal.metadata };
  const raise = (role: ContentRole): boolean => {
    const [own, least = 0] = [versions[role], floor[role]];
    if (own === undefined || own >= least) return false;
    versions[role] = least;
    return true;
  };
  const targets = raise('targets');
  if (targets && metadata.targets) {
    const { signed: value } = readMetadata('targets', metadata.targets);
    metadata.targets = await signed({ ...value, version: versions.targets ?? value.version }, []);
  }
  if (raise('snapshot') || targets) {
    metadata.snapshot = undefined;
    metadata.timestamp = undefined;
  }
  return { ...proposal, versions, metadata };
}
