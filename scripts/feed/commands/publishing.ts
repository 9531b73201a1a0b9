/** Commands that change what is published: init, sign, refresh, prune. */
import { join } from 'node:path';
import { officialOver } from '../../../lib/admin/publish/official';
import { objectionsTo } from '../../../lib/lists/publish/guards';
import { prunable } from '../../../lib/lists/publish/prune';
import { CallError, EXIT, count, countFrom, type Command } from '../call';
import { refreshDates } from '../dates';
import { dateWarnings, holdsUntil } from '../due';
import { contentFrom } from '../editing';
import { makeKey, signersIn } from '../keys';
import { fingerprintOf, publishFirst, roleKeys, signDraft, signReceived } from '../publishing';
import { fileAt } from './given';
import { allowed, asked, refuse } from './refuse';
import { told } from './signed';

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

export const sign: Command = {
  writes: true,
  async run(call) {
    const { folder, values, source } = call;
    if (values.withdraw) {
      folder.commit(folder.proposalFile(undefined));
      return { lines: ['No proposal waits any more. The draft is as it was.'], data: { withdrawn: true } };
    }
    const file = values.proposal !== undefined ? fileAt(values.proposal) : folder.proposal();
    const { why, who, source: read } = values;
    if (file && [why, who, read].some((text) => text !== undefined))
      throw new CallError(
        '--why, --source and --who are of a draft: the file of a proposal tells why it was made.',
      );
    const signers = await signersIn(source);
    const yes = allowed(values);
    const signing = await asked(
      file
        ? signReceived(folder, file, signers, yes)
        : signDraft(folder, signers, yes, { onlyChanges: !values.again, said: { why, who, source: read } }),
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
  async run({ folder, source, values }) {
    const { waiting, dates } = await refreshDates(folder, await signersIn(source), values.again);
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
