/** What a signing came to, for people and for programs. */
import { join } from 'node:path';
import { EXIT, type Answer, type Call } from '../call';
import { datesOf, dateWarnings } from '../due';
import type { Signing } from '../publishing';
import { conflictLines, takenLines } from './merged';

/** The answer of a command that signed, with what it warns of. */
export function told(call: Call, signing: Signing): Answer {
  const now = Date.now();
  const published = call.folder.published();
  const warnings = published ? dateWarnings(datesOf(published, now), now) : [];
  return { ...outcome(call, signing), warnings };
}

function outcome(call: Call, signing: Signing): Answer {
  const { info, missing, signedRoles, taken, conflicts = [], isEmpty } = signing;
  if (isEmpty) {
    const version = info?.version ?? '';
    return {
      lines: [
        `Nothing to sign: the draft is version ${version} as it is published. New dates: refresh. The same under a new version: --again.`,
      ],
      data: { published: false, unchanged: true, version, signed: [] },
    };
  }
  if (!missing) {
    const version = info?.version ?? '';
    return {
      lines: [
        `Version ${version} is ready in ${join(call.folder.path, 'public')}.`,
        ...(taken ? takenLines(taken) : []),
        ...(conflicts.length > 0
          ? [
              'The draft changes the same in another way, and took nothing of it. Choose with pull before you sign it:',
              ...conflictLines(conflicts),
            ]
          : []),
      ],
      data: { published: true, version, signed: signedRoles, taken, conflicts },
      code: conflicts.length > 0 ? EXIT.conflict : EXIT.done,
    };
  }
  const { role, have, need, keyids } = missing;
  return {
    lines: [
      `${String(have)} of ${String(need)} signatures for ${role}. Hand ${join(call.folder.path, 'proposal.json')} on to`,
      `one of ${keyids.map((id) => id.slice(0, 16)).join(', ')}, who runs: sign DIR --proposal proposal.json`,
    ],
    data: { published: false, signed: signedRoles, missing },
    code: EXIT.unsigned,
  };
}
