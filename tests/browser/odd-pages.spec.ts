/** Pages that are odd in one place, and pages that hide, move or fill much: what stands beside, or shows later, is read all the same. */
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { test } from './support/edition';
import { expect } from './support/extension';
import { addList, BEGIN, MANY, row, rowsRead, SOON } from './support/far-lists';
import { SCAM } from './support/messages';
import { CARD, closeCard, NO_CARD, readWhole } from './support/on-page';
import { openBody, type BrowserOfTest } from './support/open-body';
import { unitsSeen } from './support/read-units';

const LINK_WORDS = 'Tài khoản VNeID của bạn sắp bị khóa, vào đường dẫn để xác minh ngay.';
const LOOK_ALIKE = `${LINK_WORDS} <a href="https://vne1d-gov-vn.com/xac-minh">xác minh</a>`;

const levels = async (world: ExtensionWorld) => (await unitsSeen(world)).map(({ level }) => level);
const openOdd = (browser: BrowserOfTest, body: string) => openBody(browser, 'odd', body);

for (const [name, script] of [
  [
    'an element whose name is no selector',
    `const odd = document.createElementNS('http://www.w3.org/1999/xhtml', 'x:li');
     odd.textContent = 'Gọi 0901 234 567, chuyển tiền.';
     box.append(odd);`,
  ],
  [
    'thousands of shadow trees within one another',
    `let inner = document.createElement('div');
     for (let i = 0; i < 3_000; i++) {
       const host = document.createElement('div');
       host.attachShadow({ mode: 'open' }).append(inner);
       inner = host;
     }
     box.hidden = true;
     box.append(inner);`,
  ],
] as const) {
  test(`a page with ${name}: what stands beside it is read`, async ({ open, extension }) => {
    const { world } = await openOdd(
      { open, extension },
      `<div id="box"></div><p>${SCAM}</p><script>const box = document.getElementById('box');${script}</script>`,
    );
    await expect.poll(() => levels(world)).toContain('danger');
  });
}

test('a page whose frames and pictures are named like members of the document is read, and the card comes', async ({
  open,
  extension,
}) => {
  // Browsers show such names to the page's own scripts alone: dom.ts goes by that.
  const named = ['body', 'hidden', 'createTreeWalker', 'querySelector', 'createElement', 'addEventListener'];
  const frames = named.map((name) => `<iframe name="${name}" hidden></iframe><img name="${name}" alt="">`);
  const { page, world } = await openOdd({ open, extension }, `${frames.join('')}<p>${SCAM}</p>`);
  expect(await page.evaluate(() => typeof document.createTreeWalker === 'function')).toBe(false);
  await expect.poll(() => levels(world)).toEqual(['danger']);
  await world.waitFor(CARD);
});

test('of 700 rows that are not displayed, those are read that are shown later', async ({
  open,
  extension,
}) => {
  const row = (index: number) => (index === 12 ? SCAM : `Dòng ${index}: gọi 0912 34${5_000 + index} nhé`);
  const rows = Array.from(
    { length: 700 },
    (_, i) => `<li${i < 10 ? '' : ' style="display: none"'}>${row(i)}</li>`,
  );
  const { page, world } = await openOdd({ open, extension }, `<ul id="list">${rows.join('')}</ul>`);
  await expect.poll(async () => (await levels(world)).length).toBe(10);
  await page.waitForTimeout(2_000);
  await page.evaluate(() =>
    [...(document.getElementById('list')?.children ?? [])].forEach((one, i) => {
      (one as HTMLElement).style.display = i >= 10 && i < 20 ? '' : 'none';
    }),
  );
  await expect.poll(() => levels(world)).toContain('danger');
});

test('words in a box without a size of its own letters are read once it shows', async ({
  open,
  extension,
}) => {
  const { page, world } = await openOdd(
    { open, extension },
    `<p>Gọi 0912 345 678 nhé</p><div id="veil" hidden style="font-size: 0"><p style="font-size: 16px">${SCAM}</p></div>`,
  );
  await expect.poll(() => levels(world)).toEqual(['none']);
  await page.waitForTimeout(2_000);
  await page.evaluate(() => document.getElementById('veil')?.removeAttribute('hidden'));
  await expect.poll(() => levels(world)).toContain('danger');
});

test('a page full of warnings by others has room for a message that is dangerous: an ordinary number goes', async ({
  open,
  extension,
}) => {
  const warning = 'Cảnh báo: lừa đảo giả danh công an gọi điện đòi tiền, bà con cảnh giác, báo ngay 113.';
  const { page, world } = await openOdd(
    { open, extension },
    Array.from(
      { length: 1_000 },
      (_, i) => `<p>${i === 500 ? 'Gọi 0912 345 678 nhé' : `${warning} Bài ${i}.`}</p>`,
    ).join(''),
  );
  await readWhole(world);
  await expect.poll(async () => (await levels(world)).length, { timeout: 40_000 }).toBe(1_000);
  await page.evaluate((text) => {
    const message = document.createElement('article');
    message.textContent = text;
    document.body.prepend(message);
  }, SCAM);
  await expect.poll(() => levels(world)).toContain('danger');
  expect(await levels(world)).not.toContain('none');
  expect(await levels(world)).toHaveLength(1_000);
});

test('a message that is moved out of a frame keeps its links', async ({ open, extension }) => {
  const inFrame = `<p id=l>${LOOK_ALIKE}</p>`.replaceAll('"', '&quot;');
  const { page, world } = await openOdd({ open, extension }, `<iframe id="f" srcdoc="${inFrame}"></iframe>`);
  await expect.poll(() => levels(world)).toEqual(['danger']);
  await page.evaluate(() => {
    const inside = (document.getElementById('f') as HTMLIFrameElement).contentDocument?.getElementById('l');
    if (inside) document.body.append(inside);
  });
  const inPage = `[...globalThis[Symbol.for('canh-giac.session')].units.values()]
    .map(({ content, judged }) => [judged.verdict.level, content.unit.links?.length])`;
  await expect.poll(() => world.evaluate(inPage)).toEqual([['danger', 1]]);
});

test('a page that opens its document anew has a card that can be pressed', async ({ open, extension }) => {
  const { page, world } = await openOdd({ open, extension }, `<p>${SCAM}</p>`);
  await world.waitFor(CARD);
  // What followed the old chips ends with them.
  await world.evaluate(`(() => {
    const { prototype } = ResizeObserver;
    const end = prototype.disconnect;
    prototype.disconnect = function () {
      globalThis.ended = true;
      end.call(this);
    };
  })()`);
  await page.evaluate((text) => {
    document.open();
    document.close();
    const message = document.createElement('p');
    message.textContent = text;
    document.body.append(document.createElement('textarea'), message);
  }, SCAM);
  await world.waitFor(`globalThis.ended`);
  await page.waitForTimeout(3_000);
  await world.waitFor(CARD);
  await closeCard(world);
  await world.waitFor(NO_CARD);
});

test('a page that opens its document anew has its scrolling heard', async ({ open, extension }) => {
  const { page, world } = await openOdd({ open, extension }, '<p>Trang</p>');
  await world.waitFor(`globalThis[Symbol.for('canh-giac.session')]`);
  await page.evaluate(() => {
    document.open();
    document.close();
    const main = document.createElement('div');
    main.id = 'main';
    document.body.append(main);
  });
  await addList(page, '', MANY);
  await expect.poll(() => rowsRead(world)).toContain(0);
  await page.waitForTimeout(1_000);
  await row(page, 2_500, BEGIN);
  await expect.poll(() => rowsRead(world), SOON).toContain(2_500);
});

test('software that a page shows only once the person has signed in is known then, however long that took', async ({
  open,
  extension,
}) => {
  test.slow();
  const { page, world } = await openOdd(
    { open, extension },
    `<p id="clock"></p><main></main>
     <template><div class="zimbra-client_mail_x"><div class="zimbra-client_viewer_x">
       <p class="zimbra-client_viewer_from"><b title="congan@thuviettu.example">Công an</b></p>
       <div class="zimbra-client_html-viewer_inner">${SCAM}</div>
     </div></div></template>
     <script>
       setInterval(() => (clock.textContent = 'Đăng nhập lúc ' + new Date().toISOString()), 100);
     </script>`,
  );
  // Each look for the software's marks doubles the pause before the next one.
  await page.waitForTimeout(9_000);
  await page.evaluate(() => {
    history.pushState(null, '', '?view=mail');
    const mail = document.querySelector('template')?.content.firstElementChild as Element;
    setTimeout(() => document.querySelector('main')?.append(mail), 2_000);
  });
  await expect
    .poll(async () => (await unitsSeen(world)).map(({ sender }) => sender.address), { timeout: 7_000 })
    .toContain('congan@thuviettu.example');
});

test('software that shows itself just after a look for it, on a page that rests then, is known', async ({
  open,
  extension,
}) => {
  const { page, world } = await openOdd(
    { open, extension },
    `<p>Đang tải hộp thư, vui lòng chờ trong giây lát.</p><main></main>
     <template><div class="zimbra-client_mail_x"><div class="zimbra-client_viewer_x">
       <p class="zimbra-client_viewer_from"><b title="congan@thuviettu.example">Công an</b></p>
       <div class="zimbra-client_html-viewer_inner">${SCAM}</div>
     </div></div></template>`,
  );
  await page.waitForTimeout(1_000);
  // The change is worth a look; what comes 100 ms later falls into the pause after it.
  await page.evaluate(() => {
    const main = document.querySelector('main') as Element;
    main.append('Đang mở thư.');
    const mail = document.querySelector('template')?.content.firstElementChild as Element;
    setTimeout(() => main.append(mail), 100);
  });
  await expect
    .poll(async () => (await unitsSeen(world)).map(({ sender }) => sender.address), { timeout: 7_000 })
    .toContain('congan@thuviettu.example');
});
