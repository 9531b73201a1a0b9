import { expect, test, vi } from 'vitest';
import { showTab } from '../../../entrypoints/background/toolbar';

/** What stands on the button of a tab, and a storage that answers its first question late. */
const { shown, api } = vi.hoisted(() => {
  const shown = new Map<string, unknown>();
  const draw = (name: string) => (details: Record<string, unknown>) => {
    shown.set(name, details[name]);
    return Promise.resolve();
  };
  let pause = 50;
  const get = async () => {
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = 0;
    return {};
  };
  const action = {
    setBadgeText: draw('text'),
    setBadgeBackgroundColor: draw('color'),
    setIcon: draw('path'),
    setTitle: draw('title'),
  };
  const area = { get, set: () => Promise.resolve() };
  return { shown, api: { action, storage: { local: area, session: area } } };
});
vi.mock('webextension-polyfill', () => ({ default: api }));

test('of two drawings of a tab the later one stays, though the settings come late', async () => {
  await Promise.all([showTab(1, { level: 'danger', count: 1 }), showTab(1, undefined)]);
  expect(shown.get('text')).toBeNull();
  expect(JSON.stringify(shown.get('path'))).toContain('/icons/icon-16.png');
});
