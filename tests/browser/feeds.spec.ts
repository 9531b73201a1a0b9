/** Feeds from end to end: a publisher's commands, a real nginx, the built extension. */
import type { Standing } from '../../lib/lists/standing';
import { launch } from '../../scripts/browser/launch';
import { startNginx, type Nginx } from './support/nginx';
import { CHROME_BUILD, expect, highlights } from './support/extension';
import { contentOf, entryOf } from '../feeds/support/content';
import { fingerprintOf, MAKERS, Publisher, serve } from './support/feed-publisher';
import { ask, feedsOf, letPollTimeCome } from './support/ask';
import { test } from './support/feeds';
import type { Page } from '@playwright/test';

/** Stands in an ordinary post of the fixture; cannot be assigned. */
const NUMBER = '0292 000 0555';
const E164 = '+842920000555';

async function addByHand(options: Page, address: string, fingerprint: string): Promise<void> {
  await options.getByLabel('Địa chỉ của nguồn').fill(address);
  await options.getByLabel('Mã SHA-256 của tệp root.json đầu tiên').fill(fingerprint);
  await options.getByRole('button', { name: 'Theo dõi nguồn này' }).click();
}

/** What the lists in use say of a number. */
async function standingOf(options: Page, number: string): Promise<Standing> {
  const { verdict } = await ask(options, 'check', { text: `Gọi ${number}` });
  const [found] = verdict.findings.flatMap((finding) => (finding.kind === 'phone' ? [finding] : []));
  if (!found) throw new Error(`${number} was not found`);
  return found.standing;
}

/** A feed with one entry by one of the makers, served in a folder. */
async function smallFeed(nginx: Nginx, folder: string, maker = 'our publisher') {
  const make = MAKERS[maker];
  if (!make) throw new Error(`no maker ${maker}`);
  const repository = await make(Date.now() - 3_600_000, await contentOf('2026.11.25', [entryOf(E164)]));
  serve(nginx, folder, repository);
  return { address: `${nginx.address}${folder}/`, fingerprint: fingerprintOf(repository), repository };
}

test('a number that is added and published is marked on an open page within one poll; removed, it is gone', async ({
  nginx,
  options,
  open,
}) => {
  const publisher = new Publisher();
  try {
    publisher.run('init', '--name', 'Nguồn thử');
    publisher.upload(nginx);
    const { page } = await open('https://x.com/x');
    const marked = async () => ((await highlights(page))['canh-giac-reported'] ?? []).join();
    await addByHand(options, nginx.address, publisher.fingerprint());
    await expect(options.getByText('Đã theo dõi nguồn.')).toBeVisible();
    await expect(options.getByText(/^Mới nhất, kiểm tra lúc/)).toBeVisible();
    expect(await marked()).not.toContain(NUMBER);

    publisher.add(NUMBER);
    publisher.run('sign');
    publisher.upload(nginx);
    await letPollTimeCome(options);
    // The page stays open: it hears of new lists by itself.
    await expect.poll(marked).toContain(NUMBER);

    publisher.run('remove', NUMBER);
    publisher.run('sign');
    publisher.upload(nginx);
    await letPollTimeCome(options);
    await expect.poll(marked).not.toContain(NUMBER);
  } finally {
    publisher.close();
  }
});

for (const maker of Object.keys(MAKERS)) {
  test(`a feed by ${maker}: added, its entries with their publisher, removed, undone`, async ({
    nginx,
    options,
  }) => {
    const { address, fingerprint } = await smallFeed(nginx, 'small', maker);
    await addByHand(options, address, fingerprint.toUpperCase());
    await expect(options.getByRole('heading', { name: 'Nguồn thử' })).toBeVisible();
    const reports = async () => (await standingOf(options, NUMBER)).reports ?? [];
    expect(await reports()).toMatchObject([
      { authority: 'Công an thử nghiệm', feed: { name: { vi: 'Nguồn thử' }, contact: 'thu@example.test' } },
    ]);
    await options.getByRole('button', { name: 'Bỏ nguồn: Nguồn thử' }).click();
    await expect(options.getByText('Đã bỏ Nguồn thử và mọi mục của nguồn này.')).toBeVisible();
    await expect.poll(reports).toEqual([]);
    await options.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(async () => (await reports()).length).toBe(1);
    await expect(options.getByRole('heading', { name: 'Nguồn thử' })).toBeVisible();
  });
}

test('packs that another feed keeps from one stay chosen for it, whatever else is changed or undone meanwhile', async ({
  nginx,
  options,
}) => {
  const scope = ['reported' as const, 'packs' as const];
  const ids: string[] = [];
  for (const folder of ['first', 'second']) {
    const { address, fingerprint } = await smallFeed(nginx, folder);
    expect(await ask(options, 'feed-add', { address, fingerprint, scope })).toEqual({});
    ids.push(fingerprint);
  }
  const second = options.locator('li.feed').nth(1);
  await expect(second.getByLabel('Mẫu lời giả danh và cách đọc trang')).not.toBeChecked();
  await second.getByLabel('Danh bạ và thông báo').check();
  const scopes = async () => (await feedsOf(options)).feeds.map((feed) => feed.scope);
  await expect.poll(scopes).toEqual([scope, ['reported', 'directory']]);
  await second.getByRole('button', { name: /^Bỏ nguồn/ }).click();
  await expect.poll(scopes).toEqual([scope]);
  await options.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(scopes).toEqual([scope, ['reported', 'directory']]);
  await ask(options, 'feed-remove', { id: ids[0] ?? '' });
  await expect.poll(scopes).toEqual([['reported', 'directory', 'packs']]);
});

test('what is typed wrongly is named at the form and follows nothing', async ({ nginx, options }) => {
  const { address, fingerprint } = await smallFeed(nginx, 'typed');
  const wrong = `${fingerprint.slice(1)}${fingerprint.startsWith('0') ? '1' : '0'}`;
  for (const [at, hash, words] of [
    ['http://example.test/', fingerprint, 'Đây không phải địa chỉ https'],
    ['https://user@example.test/', fingerprint, 'Đây không phải địa chỉ https'],
    [address, 'abc', 'Mã phải có đúng 64 ký tự'],
    [address, wrong, 'không khớp mã SHA-256'],
    [`${address}elsewhere/`, fingerprint, 'Máy chủ thiếu một tệp'],
    ['http://127.0.0.1:9/', fingerprint, 'Không nối được với máy chủ'],
  ] as const) {
    await addByHand(options, at, hash);
    await expect(options.getByRole('alert')).toContainText(words);
  }
  expect((await feedsOf(options)).feeds).toEqual([]);
  // What was typed still stands there: only the address need be mended.
  await options.getByLabel('Địa chỉ của nguồn').fill(address);
  await options.getByRole('button', { name: 'Theo dõi nguồn này' }).click();
  await expect(options.getByText('Đã theo dõi nguồn.')).toBeVisible();
  await addByHand(options, address, fingerprint);
  await expect(options.getByRole('alert')).toContainText('đang được theo dõi');
});

test('over TLS, by a certificate that the browser takes; by another it is a network that cannot be reached', async () => {
  const nginx = await startNginx({ tls: true });
  try {
    const { address, fingerprint } = await smallFeed(nginx, 'tls');
    const feed = { address, fingerprint, scope: ['reported' as const] };
    for (const [args, outcome] of [
      [nginx.chromiumArgs, {}],
      [[], { error: 'ERR_FEED_NETWORK' }],
    ] as const) {
      const browser = await launch({ extension: CHROME_BUILD, args, trustAll: false });
      try {
        const page = await browser.context.newPage();
        await page.goto(browser.pageUrl('options.html'));
        expect(await ask(page, 'feed-add', feed)).toEqual(outcome);
      } finally {
        await browser.close();
      }
    }
  } finally {
    await nginx.close();
  }
});
