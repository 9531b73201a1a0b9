import { localised } from '../../i18n/translate';
import type { CompiledPack } from '../../phrasing/compile';
import { findPhrases } from '../../phrasing/find-phrases';
import type { Folded } from '../../text/folded';
import type { Host } from '../hosts/host-name';
import { FREE_MAIL, isUnder, STATE_HOSTS } from '../hosts/known-hosts';
import type { Mismatch } from './mismatch';

/**
 * What the phrase pack sees in a displayed name: a state office (concepts marked `office`) writes from gov.vn, other
 * organisations not from free mail. Weak: the pack knows kinds of organisations, not names.
 */
export function packMismatch(folded: Folded, host: Host, pack: CompiledPack): Mismatch | undefined {
  const claims = findPhrases(folded, [], pack).matches.flatMap((match) => {
    const concept = pack.byId.get(match.concept);
    // In a sentence a bank's name alone claims nothing; as the whole name of a sender it does.
    const stands = !match.hint || (match.start === 0 && match.end === folded.source.length);
    return concept?.kind === 'claim' && concept.office !== undefined && stands ? [concept] : [];
  });
  const office = claims.find((concept) => concept.office === 'state');
  const claim = office ?? claims[0];
  if (!claim || isUnder(host.name, STATE_HOSTS)) return undefined;
  if (!office && !isUnder(host.name, FREE_MAIL)) return undefined;
  return {
    claims: claim.id,
    why: office ? 'office-elsewhere' : 'free-mail',
    text: localised(office ? 'reason_sender_office' : 'reason_sender_free_mail'),
    strong: false,
  };
}
