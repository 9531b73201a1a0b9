/** What holds of a page after it lived for a while. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../../scripts/browser/extension-world';
import { install, type DriftWindow } from './drift';
import { expect } from './extension';
import { PLAIN, readWhole } from './on-page';

type Open = (url: string) => Promise<{ readonly page: Page; readonly world: ExtensionWorld }>;

/** So slow that walks over the page take several slices, between which it changes. */
const SLOWER = 4;
const ROUNDS = 3;

/**
 * Has a page change by a seed. Sees that the numbers in the window are found soon, and none in it that does not show; all
 * of the page once all is asked for.
 */
export async function afterDrift(open: Open, seed: number, changes: number): Promise<void> {
  const { page, world } = await open(PLAIN);
  await page.evaluate(install, seed);
  await world.session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const ask = (what: 'shown' | 'inView') =>
    page.evaluate((name) => (window as unknown as DriftWindow).drift[name](), what);
  const found = async (inView: boolean) => {
    const texts = await world.evaluate<string[]>(`
      [...globalThis[Symbol.for('canh-giac.session')].units.values()]
        .filter(({ root }) => {
          const { top, bottom } = root.getBoundingClientRect();
          return !${inView} || (top < innerHeight && bottom > 0);
        })
        .map(({ content }) => content.unit.text)`);
    return new Set((texts ?? []).flatMap((text) => text.match(/0912 3\d{5}/g) ?? []));
  };
  const missing = async (what: 'shown' | 'inView') => {
    const all = await found(false);
    return (await ask(what)).filter((one) => !all.has(one));
  };
  const stale = async () => {
    const all = new Set(await ask('shown'));
    return [...(await found(true))].filter((one) => !all.has(one));
  };
  const soon = (what: string) => ({ timeout: 20_000, message: `${what}, seed ${seed}` });
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate((count) => (window as unknown as DriftWindow).drift.live(count), changes / ROUNDS);
    await expect.poll(() => missing('inView'), soon('in view and not found')).toEqual([]);
    await expect.poll(stale, soon('found in view and not shown')).toEqual([]);
  }
  await readWhole(world);
  await expect.poll(() => missing('shown'), soon('shown and not found')).toEqual([]);
}
