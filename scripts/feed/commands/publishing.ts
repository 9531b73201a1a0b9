/** Commands that change what is published: init, keys, sign, refresh, prune. */
import { join } from 'node:path';
import { officialOver } from '../../../lib/admin/publish/official';
import { ROLES, type Role } from '../../../lib/lists/feed/metadata';
import { objectionsTo } from '../../../lib/lists/publish/guards';
import { prunable } from '../../../lib/lists/publish/prune';
import { Disk } from '../disk';
import { CallError, EXIT, count, countFrom, type Answer, type Call, type Command } from '../call';
import { refreshDates } from '../dates';
import { datesOf, dateWarnings, holdsUntil } from '../due';
import { contentFrom } from '../editing';
import { makeKey, signersIn } from '../keys';
import { fingerprintOf, publishFirst, roleKeys, signDraft, signReceived, type Signing } from '../publishing';
import { keyTable, newestRoot, rotateRole, setKeys, unusedKeys } from '../rotation';
import { fileAt } from './given';
import { conflictLines, takenLines } from './merged';
import { allowed, asked, refuse } from './refuse';

function roleIn(option: string, value: string | undefined): Role {
  const role = ROLES.find((one) => one === value);
  if (!role) throw new CallError(`--${option} is "${value ?? ''}": it must be one of ${ROLES.join(', ')}.`);
  return role;
}

/** What a signing came to, for people and for programs. */
function told(call: Call, signing: Signing): Answer {
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

export const init: Command = {
  writes: true,
  async run(call) {
    const { folder, values, source } = call;
    if (folder.root()) throw new CallError(`${folder.path} is there already.`);
    const wanted = {
      root: [countFrom('root-keys', values['root-keys']), countFrom('threshold', values.threshold ?? '1')],
      targets: [
        countFrom('targets-keys', values['targets-keys']),
        countFrom('targets-threshold', values['targets-threshold']),
      ],
    } as const;
    for (const [role, [keys, threshold]] of Object.entries(wanted)) {
      if (threshold < 1 || keys < threshold)
        throw new CallError(`${role}: ${count(keys, 'key')} cannot give ${count(threshold, 'signature')}.`);
    }
    const content = contentFrom(values.from, values.name ?? folder.path.split(/[\\/]/).at(-1) ?? 'feed');
    refuse(objectionsTo(new Map(), content.reported, officialOver([content.directory])), values);
    folder.commit(folder.ignoreFile());
    folder.writeDraft(content);
    const make = async (keys: number, threshold: number) => {
      const publics: string[] = [];
      for (let i = 0; i < keys; i++) publics.push(await makeKey(folder.disk));
      return roleKeys(publics, threshold);
    };
    const keyring = {
      root: await make(...wanted.root),
      targets: await make(...wanted.targets),
      snapshot: await make(1, 1),
      timestamp: await make(1, 1),
    };
    const { lines, data } = told(call, await publishFirst(folder, keyring, await signersIn(source)));
    const fingerprint = await fingerprintOf(folder);
    return {
      lines: [...lines, `Fingerprint of its first root: ${fingerprint}`],
      data: { ...data, fingerprint },
    };
  },
};

async function table({ folder, source }: Call): Promise<Answer> {
  const roles = await keyTable(folder, source);
  const unused = unusedKeys(folder);
  const now = Date.now();
  const published = folder.published();
  const dates = published ? datesOf(published, now) : [];
  return {
    lines: [
      ...roles.map(
        ({ role, threshold, keys }) =>
          `${role}: ${String(threshold)} of ${keys.map(({ id, own }) => `${id.slice(0, 16)}${own ? '' : ' (not here)'}`).join(', ')}`,
      ),
      ...dates.map(({ role, expires }) => `${role} holds until ${expires}`),
      ...(unused.length > 0 ? [`In keys, but in no role: ${unused.join(', ')}`] : []),
    ],
    warnings: dateWarnings(dates, now),
    data: { roles, unused, dates },
  };
}

export const keys: Command = {
  writes: true,
  async run(call) {
    const { folder, values, source } = call;
    if (values.rotate !== undefined) {
      const signing = await rotateRole(folder, roleIn('rotate', values.rotate), source);
      if (signing.missing) return told(call, signing);
    } else if (values.renew) {
      const signing = await setKeys(folder, {}, source);
      if (signing.missing) return told(call, signing);
    } else if (values.use !== undefined) {
      const role = roleIn('role', values.role);
      const threshold = countFrom(
        'threshold',
        values.threshold ?? String(newestRoot(folder).roles[role].threshold),
      );
      const signing = await setKeys(
        folder,
        { [role]: await roleKeys(values.use.split(','), threshold) },
        source,
      );
      if (signing.missing) return told(call, signing);
    }
    return table(call);
  },
};

/** A key that a person makes for themselves, in a folder of their own. */
export async function makeOwnKey(folder: string): Promise<Answer> {
  const open = await makeKey(new Disk(folder), '');
  return {
    lines: [`Public half: ${open}`, `The secret lies in ${folder}. Keep a copy off line.`],
    data: { public: open },
  };
}

export const sign: Command = {
  writes: true,
  async run(call) {
    const { folder, values, source } = call;
    if (values.withdraw) {
      folder.commit(folder.proposalFile(undefined));
      return { lines: ['No proposal waits any more. The draft is as it was.'], data: { withdrawn: true } };
    }
    const file = values.proposal !== undefined ? fileAt(values.proposal) : folder.proposal();
    const signers = await signersIn(source);
    const yes = allowed(values);
    const signing = await asked(
      file ? signReceived(folder, file, signers, yes) : signDraft(folder, signers, yes, !values.again),
    );
    return told(call, signing);
  },
};

const DAY = 86_400_000;

export const prune: Command = {
  writes: true,
  run({ folder, values }) {
    const days = countFrom('days', values.days);
    const read = (path: string) => folder.disk.read(join('public', path));
    const gone = prunable(folder.publishedPaths(), read, Date.now(), days * DAY);
    for (const path of gone) folder.disk.remove(join('public', path));
    return Promise.resolve({
      lines: [
        `${count(gone.length, 'file')} deleted that no publication of the last ${count(days, 'day')} needs.`,
      ],
      data: { deleted: gone },
    });
  },
};

export const refresh: Command = {
  writes: true,
  async run({ folder, source }) {
    const { waiting, dates } = await refreshDates(folder, await signersIn(source));
    const expires = dates.find(({ role }) => role === 'timestamp')?.expires;
    const until = holdsUntil(dates);
    const isOver = dates.some(({ state }) => state === 'expired');
    return {
      lines: [`Signed anew; the timestamp holds until ${expires ?? ''}, the feed until ${until}.`],
      warnings: dateWarnings(dates, Date.now()),
      data: { expires, until, waiting, dates },
      // What is due is told in time; as long as browsers take what was signed, a cron job goes on and copies it.
      code: isOver ? EXIT.unsigned : EXIT.done,
    };
  },
};
