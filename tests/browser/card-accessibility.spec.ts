/** The card for people who hear it or cannot use a mouse: axe in an open root, the accessibility tree of the closed one. */
import AxeBuilder from '@axe-core/playwright';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { build, type Rollup } from 'vite';
import { expect, test } from './support/extension';
import { lookName, LOOKS, TAG } from './support/looks';

/** The harness as one script. */
async function bundleHarness(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, 'harness', 'open-card.tsx'),
        formats: ['iife'],
        name: 'harness',
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result as Rollup.RollupOutput];
  const chunk = first?.output[0];
  if (!chunk) throw new Error('the harness was not built');
  return chunk.code;
}

interface Harness {
  showCard(level: string, language: string, hidden: boolean): void;
}

async function axe(page: Page): Promise<string[]> {
  // Best practices too, but for the frame of the page, which here is the harness's.
  const { violations } = await new AxeBuilder({ page })
    .disableRules(['region', 'page-has-heading-one'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 100)).join(' | ')}`,
  );
}

test.describe('axe on the card in an open root', () => {
  let browser: Browser;
  let script: string;
  test.beforeAll(async () => {
    script = await bundleHarness();
    browser = await chromium.launch({
      executablePath: process.env.CANH_GIAC_CHROMIUM ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });
  test.afterAll(() => browser.close());

  for (const look of LOOKS) {
    const { language, colorScheme, width } = look;
    test(`finds a planted fault, then nothing: ${lookName(look)}`, { tag: TAG }, async () => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        // Half-way through the card's entrance axe would measure blended colours.
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.setContent('<!doctype html><html lang="vi"><title>Thẻ</title><main></main></html>');
      await page.addScriptTag({ content: script });
      const show = (level: string, language: string, hidden: boolean) =>
        page.evaluate(([a, b, c]) => (window as unknown as Harness).showCard(a, b, c), [
          level,
          language,
          hidden,
        ] as const);

      await show('danger', 'vi', false);
      await page.evaluate(() => {
        const root = document.querySelector('main > div')?.shadowRoot;
        root?.querySelector('.card')?.append(document.createElement('button'));
      });
      expect(await axe(page)).toEqual([expect.stringContaining('button-name')]);

      for (const level of ['danger', 'caution', 'notice']) {
        await show(level, language, false);
        expect(await axe(page), level).toEqual([]);
      }
      await show('danger', language, true);
      expect(await axe(page), 'hidden').toEqual([]);
      await context.close();
    });
  }
});

interface AccessibleNode {
  readonly role: string;
  readonly name: string;
}

async function accessibilityTree(session: CDPSession): Promise<AccessibleNode[]> {
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter((node) => !node.ignored)
    .map((node) => ({ role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '') }));
}

/** What somebody who hears the card needs: a named dialog, named buttons, telephone links. */
function faultsOf(nodes: readonly AccessibleNode[]): string[] {
  const faults: string[] = [];
  const dialog = nodes.find(({ role }) => role === 'dialog');
  if (!dialog) return ['no dialog'];
  if (!dialog.name.includes('Nguy hiểm')) faults.push(`dialog is called "${dialog.name}"`);
  for (const name of ['Đóng', 'Xem thông báo', 'Ẩn ở đây', 'Nguy hiểm: xem giải thích của Cảnh Giác']) {
    if (!nodes.some((node) => node.role === 'button' && node.name === name))
      faults.push(`no button "${name}"`);
  }
  if (!nodes.some(({ role, name }) => role === 'link' && name.includes('113')))
    faults.push('no telephone link');
  for (const { role, name } of nodes)
    if (role === 'button' && name === '') faults.push('a button without a name');
  return faults;
}

test('the accessibility tree of the closed card: a planted fault is seen, without it there is none', async ({
  open,
}) => {
  const { page, world } = await open('https://mail.google.com/gmail');
  await world.waitFor(`root?.querySelector('[role="dialog"]') && root.querySelector('.chip')`);
  const session = await page.context().newCDPSession(page);
  const nameClose = (name: string) =>
    world.evaluate(`root.querySelector('.card-header button').setAttribute('aria-label', '${name}')`);
  await nameClose('');
  expect(faultsOf(await accessibilityTree(session))).toContain('no button "Đóng"');
  await nameClose('Đóng');
  expect(faultsOf(await accessibilityTree(session))).toEqual([]);
});
