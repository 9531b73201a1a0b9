import { describe, expect, it } from 'vitest';
import { lockKey, readBackup, unlockKey } from '../../../lib/admin/keys/backup';
import { makeKeys, planProblem, type KeyPlan } from '../../../lib/admin/keys/ceremony';
import { holderFile, requireRestores, unlockHolderFile } from '../../../lib/admin/keys/holder-file';
import { generateKeyPair } from '../../../lib/lists/publish/keys';

const label = { feed: 'thử', role: 'targets', holder: 'An', made: '2026-11-28T00:00:00.000Z' } as const;
const WORDS = 'mười hai con chim sẻ';

// Half a second for each guess is the point of it; busy machines take more.
describe('key files', { timeout: 60_000 }, () => {
  it('bring the key back by the same words, typed in any form of Unicode', async () => {
    const pair = await generateKeyPair();
    const backup = await lockKey(pair, label, WORDS.normalize('NFC'));
    expect(await unlockKey(readBackup(JSON.stringify(backup)), ` ${WORDS.normalize('NFD')}`)).toEqual(pair);
    expect(JSON.stringify(backup)).not.toContain(pair.secret);
  });

  it('stay shut for other words, and where the open part was changed', async () => {
    const backup = await lockKey(await generateKeyPair(), label, WORDS);
    await expect(unlockKey(backup, `${WORDS}.`)).rejects.toMatchObject({ code: 'ERR_PASSPHRASE' });
    await expect(unlockKey({ ...backup, role: 'root' }, WORDS)).rejects.toMatchObject({
      code: 'ERR_PASSPHRASE',
    });
  });

  it('are refused where they ask for fewer rounds, or for words too short', async () => {
    const backup = await lockKey(await generateKeyPair(), label, WORDS);
    expect(() => readBackup(JSON.stringify({ ...backup, rounds: 1_000 }))).toThrow('ERR_KEY_FILE');
    await expect(lockKey(await generateKeyPair(), label, 'ngắn quá')).rejects.toMatchObject({
      code: 'ERR_PASSPHRASE_SHORT',
    });
  });

  it('of a holder restore all their keys, and no others pass for them', async () => {
    const role = { holders: ['An'], threshold: 1 };
    const plan: KeyPlan = { root: role, targets: role, snapshot: role, timestamp: role };
    const keys = await makeKeys(plan);
    const text = await holderFile(keys, 'thử', label.made, WORDS);
    expect((await unlockHolderFile(text, WORDS)).map(({ role: name }) => name)).toEqual([
      'root',
      'timestamp',
      'snapshot',
      'targets',
    ]);
    await requireRestores(text, WORDS, keys);
    await expect(requireRestores(text, WORDS, await makeKeys(plan))).rejects.toMatchObject({
      code: 'ERR_KEY_FILE',
    });
  });
});

describe('planProblem', () => {
  const one = { holders: ['An'], threshold: 1 };
  it('names a plan that cannot be signed', () => {
    expect(planProblem({ root: one, targets: one, snapshot: one, timestamp: one })).toBeUndefined();
    expect(
      planProblem({
        root: { holders: ['An', 'an '], threshold: 1 },
        targets: one,
        snapshot: one,
        timestamp: one,
      }),
    ).toBe('ERR_PLAN_HOLDERS');
    expect(
      planProblem({ root: { holders: ['An'], threshold: 2 }, targets: one, snapshot: one, timestamp: one }),
    ).toBe('ERR_PLAN_THRESHOLD');
  });
});
