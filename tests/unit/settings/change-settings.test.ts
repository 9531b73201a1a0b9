import { beforeEach, expect, test, vi } from 'vitest';
import {
  changeSettings,
  getSettings,
  resetSettings,
  switchSite,
} from '../../../entrypoints/background/settings';
import { MAX_SITES_OFF } from '../../../lib/settings/schema';

/** The browser's storage as far as settings use it: each call answers later. */
const { stored, storage } = vi.hoisted(() => {
  const stored = new Map<string, unknown>();
  const later = () => new Promise((resolve) => setTimeout(resolve));
  const local = {
    get: async (keys: string | string[]) => {
      await later();
      return Object.fromEntries([keys].flat().map((key) => [key, stored.get(key)]));
    },
    set: async (values: Record<string, unknown>) => {
      await later();
      for (const [key, value] of Object.entries(values)) stored.set(key, value);
    },
  };
  return { stored, storage: { local } };
});
vi.mock('webextension-polyfill', () => ({ default: { storage } }));

beforeEach(() => resetSettings());

const off = async () => (await getSettings()).settings.sitesOff;

test('two sites switched off at once are both off; switched on at once, both on', async () => {
  await Promise.all([switchSite('a.example', false), switchSite('b.example', false)]);
  expect(await off()).toEqual(['a.example', 'b.example']);
  await Promise.all([switchSite('b.example', true), switchSite('a.example', true)]);
  expect(await off()).toEqual([]);
});

test('different settings changed at once are all kept', async () => {
  await Promise.all([
    changeSettings({ badge: false }),
    switchSite('a.example', false),
    changeSettings({ language: 'en' }),
  ]);
  expect(stored.get('settings')).toEqual({ badge: false, language: 'en', sitesOff: ['a.example'] });
});

test('one site too many is refused, keeps what was off and does not stop what comes next', async () => {
  const sitesOff = Array.from({ length: MAX_SITES_OFF }, (_, index) => `${index}.example`);
  await changeSettings({ sitesOff });
  const [refused] = await Promise.allSettled([
    switchSite('more.example', false),
    changeSettings({ badge: false }),
  ]);
  expect(refused.status).toBe('rejected');
  expect((await getSettings()).settings).toMatchObject({ sitesOff, badge: false });
});

test('settings that could not be read once are read by the next call', async () => {
  const { getSettings: get } = (vi.resetModules(), await import('../../../entrypoints/background/settings'));
  vi.spyOn(storage.local, 'get').mockRejectedValueOnce(new Error('IO error'));
  await expect(get()).rejects.toThrow('IO error');
  expect((await get()).settings.badge).toBe(true);
});
