/** The file that a holder keeps: all their keys of a feed, each locked by their passphrase. */
import { KeyError, lockKey, readBackup, unlockKey, type KeyBackup } from './backup';
import { restores, type MadeKey } from './ceremony';

/** Most keys of one file. */
const MAX_KEYS = 16;

/** The text of a holder's file. Throws KeyError ERR_PASSPHRASE_SHORT. `made`: ISO 8601. */
export async function holderFile(
  keys: readonly MadeKey[],
  feed: string,
  made: string,
  passphrase: string,
): Promise<string> {
  const locked: KeyBackup[] = [];
  for (const { role, holder, pair } of keys)
    locked.push(await lockKey(pair, { feed, role, holder, made }, passphrase));
  return `${JSON.stringify(locked, undefined, 2)}\n`;
}

/** The backups of a holder's file. Throws KeyError ERR_KEY_FILE. */
export function readHolderFile(text: string): KeyBackup[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new KeyError('ERR_KEY_FILE', { cause: error });
  }
  if (!Array.isArray(json) || json.length === 0 || json.length > MAX_KEYS) throw new KeyError('ERR_KEY_FILE');
  return json.map((one) => readBackup(JSON.stringify(one)));
}

/** The keys of a holder's file. Throws KeyError ERR_KEY_FILE or ERR_PASSPHRASE. */
export async function unlockHolderFile(text: string, passphrase: string): Promise<MadeKey[]> {
  const keys: MadeKey[] = [];
  for (const backup of readHolderFile(text)) {
    keys.push({ role: backup.role, holder: backup.holder, pair: await unlockKey(backup, passphrase) });
  }
  return keys;
}

/** Holds that a file brings back exactly these keys, and that each signs. Throws KeyError. */
export async function requireRestores(
  text: string,
  passphrase: string,
  made: readonly MadeKey[],
): Promise<void> {
  const back = await unlockHolderFile(text, passphrase);
  for (const { role, pair } of made) {
    const same = back.find((key) => key.role === role && key.pair.public === pair.public);
    if (!same || !(await restores(same.pair))) throw new KeyError('ERR_KEY_FILE');
  }
}
