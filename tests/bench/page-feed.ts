/** A feed of posts, as social sites have them: how soon marks come, and what a person's presses wait for. */
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { ORDINARY, SCAM } from '../browser/support/messages';
import { buildFeed } from './page-contents';
import { BARE, median, ms, openSlow, percentile, rest, WATCHED } from './slow-page';
import { traced, ZERO } from './trace';

/** Time from a message's arrival until its number is painted. */
async function firstHighlight(browser: LaunchedBrowser, stopped: boolean, rounds: number): Promise<number[]> {
  const times: number[] = [];
  const { page, session } = await openSlow(browser, WATCHED);
  await page.evaluate(buildFeed, [SCAM, ORDINARY] as const);
  await page.waitForFunction(() => (CSS.highlights.get('canh-giac-number')?.size ?? 0) > 0, undefined, {
    timeout: 60_000,
  });
  // Marks far from the view are not painted: the rest of the feed is judged by then.
  await rest(page, 15_000);
  for (let round = 0; round < rounds; round++) {
    if (stopped) {
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await rest(page, 500);
    }
    times.push(
      await page.evaluate(
        ([text, i]) =>
          new Promise<number>((resolve) => {
            const before = CSS.highlights.get('canh-giac-number')?.size ?? 0;
            const start = performance.now();
            const post = document.createElement('div');
            post.setAttribute('role', 'article');
            post.textContent = `${text} Hồ sơ ${i}.`;
            document.querySelector('[role="feed"]')?.prepend(post);
            const look = () => {
              if ((CSS.highlights.get('canh-giac-number')?.size ?? 0) > before)
                resolve(performance.now() - start);
              else setTimeout(look, 4);
            };
            look();
          }),
        [SCAM, `${stopped ? 'B' : 'A'}${round}`] as const,
      ),
    );
    await rest(page, 700);
  }
  await page.close();
  return times;
}

interface Interaction {
  readonly events: readonly number[];
  /** Of each long animation frame while scrolling: how long our calls in it took, in milliseconds. */
  readonly longFrames: readonly number[];
}

/** What the page's own observers saw, in milliseconds of its clock. */
interface Observed {
  readonly events: readonly number[];
  readonly frames: readonly { readonly start: number; readonly duration: number }[];
}

/** Event timing of 100 clicks and keys while the feed loads and after, and long animation frames while scrolling. */
async function interact(browser: LaunchedBrowser, url: string): Promise<Interaction> {
  const { page, session } = await openSlow(browser, url);
  await page.evaluate(() => {
    const seen: { events: number[]; frames: { start: number; duration: number }[] } = {
      events: [],
      frames: [],
    };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (['click', 'keydown'].includes(entry.name)) seen.events.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        seen.frames.push({ start: startTime, duration });
    }).observe({ type: 'long-animation-frame' });
  });
  await page.evaluate(buildFeed, [SCAM, ORDINARY] as const);
  await page.locator('#box').focus();
  const buttons = page.locator('[role="article"] > button');
  for (let i = 0; i < 50; i++) {
    await page.keyboard.press('a');
    const box = await buttons.nth(i % 5).boundingBox();
    if (box) await page.mouse.click(box.x + 5, box.y + 5);
    await page.locator('#box').focus();
  }
  // The browser's own list of scripts in a long frame leaves extensions out: the trace names them.
  let from = 0;
  const { calls } = await traced(session, async () => {
    from = await page.evaluate((zero) => {
      performance.mark(zero, { startTime: 0 });
      return performance.now();
    }, ZERO);
    for (let i = 0; i < 40; i++) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(50);
    }
    await rest(page, 500);
  });
  // Without the mark no call could be told to lie in a frame: that would count as none of ours.
  if (calls === undefined) throw new Error(`the trace has no mark ${ZERO}`);
  const seen = await page.evaluate(() => (window as unknown as { seen: Observed }).seen);
  await page.close();
  // Events under 16 ms are not told of: they count as 8.
  const events = [...seen.events, ...Array.from({ length: Math.max(0, 100 - seen.events.length) }, () => 8)];
  const oursIn = ({ start, duration }: { start: number; duration: number }) =>
    calls
      .filter((call) => call.start >= start && call.start < start + duration)
      .reduce((sum, call) => sum + call.duration, 0);
  return { events, longFrames: seen.frames.filter(({ start }) => start >= from).map(oursIn) };
}

/** Prints how soon a message of a feed is marked, and what clicks, keys and scrolling in it wait for. */
export async function feed(browser: LaunchedBrowser, rounds: number): Promise<void> {
  console.log('A feed of 500 posts, 50 of them scams:');
  const warm = await firstHighlight(browser, false, rounds);
  console.log(
    `  first highlight, worker running: median ${ms(median(warm))}, worst ${ms(Math.max(...warm))} (aim: 150 ms)`,
  );
  const cold = await firstHighlight(browser, true, rounds);
  console.log(
    `  first highlight, worker stopped: median ${ms(median(cold))}, worst ${ms(Math.max(...cold))} (aim: 500 ms)`,
  );
  const [without, with_]: [number[], number[]] = [[], []];
  const frames: number[] = [];
  for (let round = 0; round < Math.max(1, Math.round(rounds / 2)); round++) {
    without.push(percentile((await interact(browser, BARE)).events, 0.95));
    const one = await interact(browser, WATCHED);
    with_.push(percentile(one.events, 0.95));
    frames.push(...one.longFrames);
  }
  console.log(
    `  100 clicks and keys, 95th percentile: without ${ms(median(without))}, with ${ms(median(with_))}, ` +
      `more ${ms(median(with_) - median(without))} (aim: at most 8 ms; the browser rounds to 8 ms)`,
  );
  console.log(
    `  long animation frames: ${frames.length}, of them with more than 25 ms of ours: ` +
      `${frames.filter((ours) => ours > 25).length} (aim: none), most of ours in one ${ms(Math.max(0, ...frames))}`,
  );
}
