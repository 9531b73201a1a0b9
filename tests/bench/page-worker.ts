/** How long the background needs for its answer to a page: running, stopped, and just installed. */
import { ExtensionWorld } from '../../scripts/browser/extension-world';
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { SCAM } from '../browser/support/messages';
import { median, ms, WATCHED } from './slow-page';

/** Longer than a worker waits until it keeps what its next start reads. */
const KEPT_MS = 6_000;

/** Asks for a verdict as the watcher does, from its world in a page; gives the time until the answer. */
async function ask(world: ExtensionWorld, text: string): Promise<number> {
  const units = JSON.stringify([{ text }]);
  const took = await world.evaluate<number>(`(async () => {
    const start = performance.now();
    const { ok } = await chrome.runtime.sendMessage({
      name: 'judge', args: { units: ${units} } });
    return ok ? performance.now() - start : NaN;
  })()`);
  if (took === undefined || Number.isNaN(took)) throw new Error('the background gave no verdict');
  return took;
}

/** Prints how long the background needs, in a page whose processor is not slowed down. */
export async function worker(browser: LaunchedBrowser, rounds: number): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(WATCHED);
  const world = await ExtensionWorld.open(page, browser.extensionId);
  await ask(world, SCAM);
  await page.waitForTimeout(KEPT_MS);
  await world.session.send('ServiceWorker.enable');
  const [running, stopped]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    running.push(await ask(world, `${SCAM} Hồ sơ A${round}.`));
    await world.session.send('ServiceWorker.stopAllWorkers');
    await page.waitForTimeout(700);
    stopped.push(await ask(world, `${SCAM} Hồ sơ B${round}.`));
    await page.waitForTimeout(700);
  }
  await page.close();
  const told = (times: readonly number[]) =>
    `median ${ms(median(times))}, best ${ms(Math.min(...times))}, worst ${ms(Math.max(...times))}`;
  console.log(`Answer of the background to a page, running: ${told(running)}`);
  console.log(`  stopped: ${told(stopped)}; what the browser needs to start it is in it`);
}
