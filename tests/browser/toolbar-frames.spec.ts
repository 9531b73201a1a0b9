/** The toolbar button follows where a message goes with its frame. */
import { badge } from './support/badge';
import { test } from './support/edition';
import { expect } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { openBody } from './support/open-body';

for (const [name, script] of [
  ['is taken out', `f.remove()`],
  ['goes to an ordinary mail', `f.srcdoc = '<p>${ORDINARY}</p>'`],
] as const) {
  test(`a frame with a dangerous mail ${name}`, async ({ open, extension }) => {
    const { page } = await openBody(
      { open, extension },
      'mail',
      `<p>Thư</p><iframe id="f" srcdoc="<p>${SCAM}</p>"></iframe>`,
    );
    await expect.poll(() => badge(extension)).toBe('1');
    await page.evaluate(script);
    await expect.poll(() => badge(extension)).toBe('');
  });
}

test('a frame that the page wrote anew, and that is taken out later', async ({ open, extension }) => {
  const { page, world } = await openBody({ open, extension }, 'chat', '<p>Thư</p><iframe id="f"></iframe>');
  // It is watched by then: what the page opens anew loses the listeners of everybody.
  await world.waitFor(`globalThis[Symbol.for('canh-giac.session')]`);
  await page.waitForTimeout(1_000);
  await page.evaluate((words) => {
    const inside = (document.getElementById('f') as HTMLIFrameElement).contentDocument;
    if (!inside) return;
    inside.open();
    const root = inside.appendChild(inside.createElement('html'));
    root.appendChild(inside.createElement('body')).appendChild(inside.createElement('p')).append(words);
    inside.close();
  }, SCAM);
  await expect.poll(() => badge(extension)).toBe('1');
  // So often a frame looks whether it is heard still.
  await page.waitForTimeout(2_500);
  await page.evaluate(() => document.getElementById('f')?.remove());
  await expect.poll(() => badge(extension)).toBe('');
});

test('a page that was made ready beforehand is counted once it is opened', async ({ open, extension }) => {
  await openBody({ open, extension }, 'mail', `<p>${SCAM}</p>`);
  await expect.poll(() => badge(extension)).toBe('1');
  // Playwright's browser makes no page ready: the button as it is then, and what the page hears.
  const worker = await extension.worker();
  await worker.evaluate(`chrome.tabs.query({ url: 'https://forum.fixture.example/*' })
    .then(([tab]) => chrome.action.setBadgeText({ tabId: tab.id, text: null }))`);
  expect(await badge(extension)).toBe('');
  const [page] = extension.context.pages().filter((one) => one.url().includes('forum.fixture.example'));
  await page?.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')));
  await expect.poll(() => badge(extension)).toBe('1');
});
