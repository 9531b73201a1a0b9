import { expect, it } from 'vitest';
import { targetsOf } from '../../../lib/lists/publish/content';
import { MAX_ENTRIES } from '../../../lib/lists/reported/state';

it('a list that every browser would refuse is not signed', async () => {
  const name = { vi: 'thử', en: 'test' };
  const info = { format: 1 as const, version: '2026.11.28', published: '2026-11-28', name };
  const reported = new Map(
    Array.from(
      { length: MAX_ENTRIES + 1 },
      (_, at) => [`+8429200${String(at).padStart(6, '0')}`, ['{}']] as const,
    ),
  );
  await expect(targetsOf({ info, reported }, undefined)).rejects.toMatchObject({
    code: 'ERR_PUBLISH_TOO_LONG',
  });
  reported.delete('+8429200000000');
  await targetsOf({ info, reported }, undefined);
});
