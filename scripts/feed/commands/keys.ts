/** `keys`: who signs, other keys, keys of one's own, and those that a server gets. */
import { ROLES, type Role } from '../../../lib/lists/feed/metadata';
import { CallError, countFrom, type Answer, type Call, type Command, type Values } from '../call';
import { Disk } from '../disk';
import { datesOf, dateWarnings } from '../due';
import { exportKeys, SERVER_ROLES } from '../export-keys';
import { makeKey } from '../keys';
import { roleKeys } from '../publishing';
import { keyTable, newestRoot, rotateRole, setKeys, unusedKeys } from '../rotation';
import { told } from './signed';

function roleIn(option: string, value: string | undefined): Role {
  const role = ROLES.find((one) => one === value);
  if (!role) throw new CallError(`--${option} is "${value ?? ''}": it must be one of ${ROLES.join(', ')}.`);
  return role;
}

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

/** The keys of timestamp and snapshot, or of the one that --role names, for a server. */
async function exported({ folder, values, source }: Call, to: string): Promise<Answer> {
  const wanted = SERVER_ROLES.filter((role) => values.role === undefined || role === values.role);
  if (wanted.length === 0)
    throw new CallError(
      `--role is "${values.role ?? ''}": a server gets keys of ${SERVER_ROLES.join(' and ')} alone.`,
    );
  const written = await exportKeys(folder, wanted, source, to);
  return {
    lines: [
      ...written.map(({ role, name }) => `${role}: ${name}`),
      `Wrote these to ${to}, readable without a passphrase: bring them to the server, and keep no copy on the way.`,
    ],
    data: { to, keys: written },
  };
}

const WAYS = ['export', 'rotate', 'renew', 'use', 'make-key'] as const;

/** Throws CallError where a call wants several changes, or says more than its change asks for: that would be dropped. */
function requireOneWay(values: Values): void {
  const [way, ...others] = WAYS.filter((one) => values[one] !== undefined && values[one] !== false);
  if (others.length > 0)
    throw new CallError(`${[way, ...others].map((one) => `--${one}`).join(' and ')}: one at a time.`);
  if (values.threshold !== undefined && way !== 'use')
    throw new CallError('--threshold goes with --role and --use alone.');
  if (values.role !== undefined && way !== 'use' && way !== 'export')
    throw new CallError('--role goes with --use or --export alone.');
}

export const keys: Command = {
  writes: true,
  async run(call) {
    const { folder, values, source } = call;
    requireOneWay(values);
    if (values.export !== undefined) return exported(call, values.export);
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

/** A key that a person makes for themselves, in a folder of their own. Throws CallError. */
export async function makeOwnKey(folder: string, values: Values): Promise<Answer> {
  requireOneWay(values);
  const open = await makeKey(new Disk(folder), '');
  return {
    lines: [`Public half: ${open}`, `The secret lies in ${folder}. Keep a copy off line.`],
    data: { public: open },
  };
}
