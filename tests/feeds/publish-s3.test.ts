/** `publish --s3` before a store that holds every request to its signature and its conditions. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { fingerprintOf } from '../../scripts/feed/publishing';
import { feed, printed } from '../unit/scripts/support/feed-command';
import { ONE, TWO } from './support/administrators';
import { add, numbers } from './support/places';
import { copyOfFolder, newFeed } from './support/publisher';
import { KEYS, startBucket, type Bucket } from './support/s3-server';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const VARIABLE = 'CANH_GIAC_PUBLISH_LOGIN';
afterEach(() => void vi.unstubAllEnvs());

describe('an S3-compatible store', () => {
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await startBucket();
  });
  afterAll(() => bucket.close());

  test('takes what is signed with its keys, conditions kept; a colleague’s publication stays', async () => {
    const an = await newFeed();
    const binh = copyOfFolder(an);
    const fingerprint = await fingerprintOf(an);
    const to = ['--to', bucket.address, '--s3', '--region', KEYS.region, '--json'];
    expect((await feed('publish', an.path, ...to)).code).toBe(2);
    vi.stubEnv('AWS_ACCESS_KEY_ID', KEYS.access);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'sai');
    expect(await feed('publish', an.path, ...to)).toMatchObject({
      code: 1,
      out: expect.stringContaining('ERR_PLACE_REFUSED') as string,
    });
    expect(bucket.files.size).toBe(0);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', KEYS.secret);
    const first = await feed('publish', an.path, ...to);
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('"oneAtATime":false')]);
    await add(binh, TWO);
    vi.stubEnv(VARIABLE, `${KEYS.access}:${KEYS.secret}`);
    expect((await feed('publish', binh.path, ...to)).code).toBe(0);
    await add(an, ONE);
    expect(await feed('publish', an.path, ...to)).toMatchObject({
      code: 1,
      out: expect.stringContaining('ERR_PLACE_CONFLICT') as string,
    });
    expect(await numbers(bucket.address, fingerprint)).toEqual([TWO]);
  });
});

test('no secret was printed', () => {
  for (const text of printed) expect(text).not.toContain(KEYS.secret);
});
