/** What an organisation's policy says holds until it says otherwise. */
import { expect, test, vi } from 'vitest';
import { chosenFeeds, readPolicy } from '../../../entrypoints/background/feed-choice';
import { NO_POLICY } from '../../../entrypoints/background/policy';
import { getSettings, readSettingsPolicy } from '../../../entrypoints/background/settings';

/** The browser's storage as far as a policy uses it, and what the build defines. */
const { managed, storage } = vi.hoisted(() => {
  Object.assign(globalThis, { __CANH_GIAC_BUILT__: 0, __CANH_GIAC_CODE__: '', __CANH_GIAC_FEED__: null });
  const stored = new Map<string, unknown>();
  const local = {
    get: (keys: string | string[]) =>
      Promise.resolve(Object.fromEntries([keys].flat().map((key) => [key, stored.get(key)]))),
    set: (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) stored.set(key, value);
      return Promise.resolve();
    },
  };
  const managed = { get: (): Promise<Record<string, unknown>> => Promise.resolve({}) };
  return { storage: { local, managed }, managed };
});
vi.mock('webextension-polyfill', () => ({ default: { storage } }));

const FEED = {
  address: 'https://feed.example/',
  fingerprint: 'ab'.repeat(32),
  scope: ['reported' as const],
};

async function read() {
  await readPolicy();
  await readSettingsPolicy();
  return [(await chosenFeeds()).policy, (await getSettings()).locked];
}

test('one that cannot be read holds as it was said last; one that was taken away holds no longer', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  managed.get = () => Promise.resolve({ feeds: [FEED], settings: { badge: false } });
  expect(await read()).toEqual([[FEED], ['badge']]);
  managed.get = () => Promise.reject(new Error('An unexpected error occurred'));
  expect(await read()).toEqual([[FEED], ['badge']]);
  expect(logged).toHaveBeenCalledTimes(2);
  // Firefox refuses where there is none, Chromium gives nothing.
  managed.get = () => Promise.reject(new Error(NO_POLICY));
  expect(await read()).toEqual([[], []]);
});
