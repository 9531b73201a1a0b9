/**
 * Shows what people see of messages of each class: opens each on a page of a department's edition in Chromium with the
 * built extension, opens its card, and writes screenshots, a contact sheet a class and a transcript to
 * test-results/cards. Build the edition first:
 *   CANH_GIAC_HOSTS=tests/browser/edition-hosts.txt CANH_GIAC_OUT=.output/edition npx wxt build
 *
 * usage: tsx scripts/cards.ts [--count 10] [--seed 1]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ExtensionWorld } from './browser/extension-world';
import { serveFixtures } from './browser/fixture-server';
import { launch, type LaunchedBrowser } from './browser/launch';
import { draw } from './cards/draw';
import { contactSheet, messagePage, transcript, type Shown } from './cards/html';
import { LABELS, type Row } from './train/corpus';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'test-results', 'cards');
const HOST = 'forum.fixture.example';
const REPORT = `globalThis[Symbol.for('canh-giac.session')]?.report()`;
const CARD = `root?.querySelector('[role="dialog"]')`;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});

/** Opens a message, and its card where there is one. */
async function show(browser: LaunchedBrowser, row: Row): Promise<Shown> {
  writeFileSync(join(OUT, `${row.id}.html`), messagePage(row.text));
  const page = await browser.context.newPage();
  const world = await ExtensionWorld.open(page, browser.extensionId);
  await page.goto(`https://${HOST}/${row.id}`);
  await world.waitFor(`${REPORT}?.units.length > 0`, 5_000).catch(() => undefined);
  const level = (await world.evaluate<string>(`${REPORT}?.units[0]?.verdict.level`)) ?? 'none';
  if (level !== 'none') {
    // Danger opens its card by itself; the others by their chip.
    const opens = level === 'danger' ? Promise.resolve() : world.click('.chip');
    await opens.then(() => world.waitFor(CARD)).catch(() => undefined);
    await page.waitForTimeout(400); // the card has faded in
  }
  const image = `${row.id}.png`;
  await page.screenshot({ path: join(OUT, image) });
  const reasons = await world.evaluate<string[]>(
    `${CARD} ? [...root.querySelectorAll('.reason')].map((reason) => reason.innerText) : undefined`,
  );
  await page.close();
  return { row, level, reasons, image };
}

mkdirSync(OUT, { recursive: true });
const server = await serveFixtures(OUT);
const browser = await launch({
  extension: join(ROOT, '.output', 'edition', 'chrome-mv3'),
  hosts: { [HOST]: server.port },
  viewport: { width: 1000, height: 720 },
});
try {
  const shown: Shown[] = [];
  for (const row of draw(Number(values.count), Number(values.seed))) shown.push(await show(browser, row));
  writeFileSync(join(OUT, 'cards.md'), `${transcript(shown)}\n`);
  for (const label of LABELS) {
    const sheet = join(OUT, `sheet-${label}.html`);
    writeFileSync(
      sheet,
      contactSheet(
        label,
        shown.filter(({ row }) => row.label === label),
      ),
    );
    const page = await browser.context.newPage();
    await page.goto(pathToFileURL(sheet).href);
    await page.screenshot({ path: join(OUT, `sheet-${label}.png`), fullPage: true });
    await page.close();
  }
  console.log(`${transcript(shown)}\n\n${OUT}`);
} finally {
  await browser.close();
  await server.close();
}
