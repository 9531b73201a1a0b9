/** Pages that no site pack knows, and known sites whose selectors find nothing any more. */
import { countWork, readCounts } from './support/counts';
import { painted, unitsSeen } from './support/read-units';
import { expect, test } from './support/sites-browser';

test('a page of boxes, tables and lists is read in blocks: no whole page, no lone word, no menu', async ({
  open,
}) => {
  const { page, world } = await open('https://blog.fixture.example/generic');
  const ids = async () => (await unitsSeen(world)).map(({ id }) => id).sort();
  await expect
    .poll(ids)
    .toEqual(['cell', 'chat-1', 'chat-2', 'custom', 'li', 'mail', 'quote', 'row', 'side']);
  const units = await unitsSeen(world);
  for (const { text } of units) expect(text.trim()).toMatch(/\s/);
  const longest = Math.max(...units.map(({ text }) => text.length));
  expect(longest).toBeLessThan(300);
  expect(units.find(({ id }) => id === 'mail')?.level).toBe('danger');
  expect(units.find(({ id }) => id === 'row')?.text).toContain('Hotline');
  expect((await painted(page, 'number')).join('\n')).not.toMatch(/0999|0998/);
});

test('a message that is nothing but a picture is read by its alt text', async ({ open }) => {
  const { page, world } = await open('https://blog.fixture.example/generic');
  await page.evaluate(() => {
    const alt = 'Có thể là hình ảnh về văn bản: Gọi 0292 000 0116 chuyển tiền ngay';
    for (const tag of ['article', 'li', 'figure', 'div']) {
      const box = document.createElement(tag);
      box.dataset.u = `${tag}-picture`;
      const picture = document.createElement('img');
      picture.alt = alt;
      box.append(document.createElement('a'));
      box.firstElementChild?.append(picture);
      document.querySelector('#app')?.append(box);
    }
    // The words around a picture make the unit that it belongs to.
    const article = document.createElement('article');
    article.dataset.u = 'article-both';
    const figure = document.createElement('figure');
    const picture = document.createElement('img');
    picture.alt = alt;
    figure.append(picture);
    article.append('Xem ảnh bên dưới nhé.', figure);
    document.body.append(article);
  });
  const pictures = async () =>
    (await unitsSeen(world)).filter(({ text }) => text.includes('0116')).map(({ id }) => id);
  await expect
    .poll(async () => (await pictures()).sort())
    .toEqual(['article-both', 'article-picture', 'figure-picture', 'li-picture']);
});

test('a known site that renamed everything is read in the general way, and popup and options say so', async ({
  browserOfSites,
  open,
}) => {
  const { page, world } = await open('https://www.facebook.com/renamed');
  const seen = async () => (await unitsSeen(world)).map(({ id, level }) => `${id} ${level}`).sort();
  await expect.poll(seen, { timeout: 15_000 }).toEqual(['first none', 'scam danger']);
  expect((await painted(page, 'number')).join('\n')).not.toContain('0999');

  const worker = await browserOfSites.worker();
  const tab = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(by: object): Promise<{ id?: number }[]> } };
    };
    return (await chrome.tabs.query({ url: 'https://www.facebook.com/*' }))[0]?.id;
  });
  const { page: popup } = await open(browserOfSites.pageUrl(`popup.html?tab=${String(tab)}`));
  await expect(popup.locator('main')).toContainText('Đang dùng chế độ chung cho trang này. Facebook');
  const { page: options } = await open(browserOfSites.pageUrl('options.html'));
  await expect(options.locator('#sites')).toContainText('Facebook, lần cuối ngày');

  // The known structure is back: what stands in it is read by the site's rules, and nobody speaks of another way.
  await page.evaluate(() => (window as unknown as { mend(): void }).mend());
  await expect.poll(seen).toContain('known none');
  await expect(popup.locator('main')).not.toContainText('chế độ chung', { timeout: 15_000 });
});

test('where a known site renamed one kind of messages these are read in the general way beside the others', async ({
  open,
}) => {
  const { page, world } = await open('https://www.facebook.com/renamed');
  await page.evaluate(() => (window as unknown as { mend(): void }).mend());
  const seen = async () => (await unitsSeen(world)).map(({ id, level }) => `${id} ${level}`).sort();
  await expect.poll(seen, { timeout: 15_000 }).toEqual(['first none', 'known none', 'scam danger']);
  expect((await painted(page, 'number')).join('\n')).not.toContain('0999');
  // Its selectors find messages: nobody is told that it changed.
  expect(await world.evaluate(`globalThis[Symbol.for('canh-giac.session')].report().general ?? 'none'`)).toBe(
    'none',
  );
});

test('messages that a known site which renamed everything loads late are read in the general way', async ({
  open,
}) => {
  const { page, world } = await open('https://www.facebook.com/renamed');
  await page.evaluate(() => {
    const feed = document.querySelector('#feed') as Element;
    feed.remove();
    // After the looks at some 3 and 7.5 seconds.
    setTimeout(() => document.body.append(feed), 9_500);
  });
  const levels = async () => (await unitsSeen(world)).map(({ level }) => level);
  await expect.poll(levels, { timeout: 22_000 }).toContain('danger');
});

test('the look for messages on a known site that shows none ends after some 10,000 nodes', async ({
  open,
}) => {
  const { page, world } = await open('https://www.facebook.com/renamed');
  await countWork(world);
  await page.evaluate(() => {
    (window as unknown as { mend(): void }).mend();
    document.querySelectorAll('.xq1').forEach((one) => one.remove());
  });
  // A message that the rules know: the page is read by them.
  await world.waitFor(`!globalThis[Symbol.for('canh-giac.session')].report().general`);
  await page.evaluate(() => {
    document.querySelector('#feed')?.remove();
    const many = document.createElement('div');
    for (let i = 0; i < 40_000; i++) many.append(document.createElement('i'));
    document.body.append(many);
  });
  await expect.poll(async () => (await readCounts(world)).nodes, { timeout: 15_000 }).toBeGreaterThan(40_000);
  const before = await readCounts(world);
  // A page of its own by its address: it is looked at anew.
  await page.evaluate(() => history.pushState({}, '', '#next'));
  const passes = async () => (await readCounts(world)).wholePasses - before.wholePasses;
  await expect.poll(passes, { timeout: 15_000 }).toBeGreaterThan(0);
  const after = await readCounts(world);
  const looked = (after.nodes - before.nodes) / (after.wholePasses - before.wholePasses);
  expect(looked).toBeGreaterThan(9_000);
  expect(looked).toBeLessThan(11_000);
});
