/** Looking things up: the six questions and the calm view. Context menu and shortcut: look-up-menus.spec.ts. */
import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { expect, test } from '@playwright/test';
import { lookName, LOOKS, TAG } from './support/looks';
import { lookThrough, oneBrowser, violations } from './support/one-browser';
import { SCAM } from './support/messages';

const one = oneBrowser();

/** Text under 18 px and targets under 44 px in a view. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const parent = node.parentElement;
      if (!parent?.checkVisibility() || node.textContent?.trim() === '' || parent.matches('script')) continue;
      if (parseFloat(getComputedStyle(parent).fontSize) < 18) faults.push(`text: ${node.textContent}`);
    }
    for (const target of document.querySelectorAll('button, a, input, select, textarea')) {
      const { width, height } = target.getBoundingClientRect();
      if (parseFloat(getComputedStyle(target).fontSize) < 18) faults.push(`text of ${target.localName}`);
      if (width < 44 || height < 44) faults.push(`target: ${target.className} ${width}x${height}`);
    }
    return faults;
  });
}

/** What a phone reads from the code: its picture is drawn and decoded. */
async function scan(page: Page, label: RegExp): Promise<string> {
  const picture = await page.getByRole('img', { name: label }).evaluate(async (element) => {
    const side = 400;
    const source = new XMLSerializer().serializeToString(element);
    const image = new Image(side, side);
    image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await image.decode();
    const canvas = new OffscreenCanvas(side, side).getContext('2d');
    canvas?.drawImage(image, 0, 0, side, side);
    return { side, data: [...(canvas?.getImageData(0, 0, side, side).data ?? [])] };
  });
  return decodeQR({ width: picture.side, height: picture.side, data: Uint8Array.from(picture.data) });
}

/** Reading 200 words a minute, and a second for each tap: what a person adds to the script's own time. */
const WORDS_A_SECOND = 200 / 60;
const TAP_S = 1;

test('six questions: time to the verdict, in taps and seconds, for every way of answering', async () => {
  const page = await one.open('popup.html');
  const worst = { taps: 0, seconds: 0, script: 0 };
  let firstDanger = Infinity;
  const settled = new Set<string>();
  for (let way = 0; way < 64; way++) {
    const answers = way.toString(2).padStart(6, '0');
    // The first answers settled it already: the others are not asked.
    if ([...settled].some((first) => answers.startsWith(first))) continue;
    await page.getByRole('button', { name: 'Họ nói gì? Sáu câu hỏi' }).waitFor();
    const begun = Date.now();
    let taps = 0;
    let words = 0;
    const tap = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      taps += 1;
    };
    await tap('Họ nói gì? Sáu câu hỏi');
    const question = page.locator('.call-question');
    for (let index = 0; index < 6 && (await question.count()) > 0; index++) {
      words += (await question.innerText()).split(/\s+/).length;
      await tap(answers[index] === '1' ? 'Có' : 'Không');
    }
    const result = page.locator('.check-result');
    const level = /level-(\w+)/.exec((await result.getAttribute('class')) ?? '')?.[1] ?? '';
    const script = (Date.now() - begun) / 1000;
    const seconds = words / WORDS_A_SECOND + taps * TAP_S;
    if (level === 'danger') firstDanger = Math.min(firstDanger, seconds);
    if (seconds > worst.seconds) Object.assign(worst, { taps, seconds, script });
    settled.add(answers.slice(0, taps - 1));
    expect(taps).toBeLessThanOrEqual(8);
    await page.getByRole('button', { name: 'Quay lại' }).click();
  }
  console.log(
    `six questions, ${settled.size} ways: at most ${worst.taps} taps and ${worst.seconds.toFixed(0)} s of reading and ` +
      `tapping; danger after ${firstDanger.toFixed(0)} s at the earliest; the script alone took ${worst.script.toFixed(1)} s`,
  );
  await page.close();
});

test('six questions: danger in at most 8 taps, by keyboard too, with reasons and advice', async () => {
  const page = await one.open('popup.html');
  await page.getByRole('button', { name: 'Họ nói gì? Sáu câu hỏi' }).waitFor();
  let taps = 0;
  const tap = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    taps += 1;
  };
  await tap('Họ nói gì? Sáu câu hỏi');
  // The longest way to danger: only the first and the last that can decide are answered yes.
  await tap('Có');
  for (let question = 2; question <= 4; question++) await tap(question === 4 ? 'Có' : 'Không');
  await expect(page.locator('.check-result.level-danger')).toBeVisible();
  expect(taps).toBeLessThanOrEqual(8);
  await expect(
    page.getByText('Người gọi hỏi mã OTP, mật khẩu, hoặc bảo cài ứng dụng, bấm đường dẫn.'),
  ).toBeVisible();
  await expect(page.getByText('Ghi âm cuộc gọi, giữ lại tin nhắn.')).toBeVisible();

  await tap('Làm lại');
  taps = 1;
  for (let question = 1; question <= 6; question++) await tap('Không');
  await expect(page.locator('.check-result.level-none')).toBeVisible();
  expect(taps).toBe(7);

  await page.getByRole('button', { name: 'Làm lại' }).click();
  for (const question of ['Câu 1 trong 6', 'Câu 2 trong 6']) {
    await expect(page.getByText(question)).toBeVisible();
    await expect(page.locator('.call-question')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.check-result.level-danger')).toBeVisible();
  await page.close();
});

test('six questions and calm view: a planted small text and target are seen, then none', async () => {
  const page = await one.open('popup.html#call');
  await page.locator('.call-question').waitFor();
  const plant = (rule: string) =>
    page.evaluate((text) => {
      document.querySelector('#planted')?.remove();
      const style = document.createElement('style');
      style.id = 'planted';
      style.textContent = text;
      document.head.append(style);
    }, rule);
  await plant(
    '.call p { font-size: 17px !important } .call .button { min-block-size: 0 !important; block-size: 43px }',
  );
  expect((await tooSmall(page)).length).toBeGreaterThanOrEqual(2);
  await plant('');
  expect(await tooSmall(page)).toEqual([]);
  for (const path of ['popup.html#calm', 'sidepanel.html#calm']) {
    await page.goto('about:blank');
    await page.goto(one.browser.pageUrl(path));
    await page.locator('.calm-button').waitFor();
    expect(await tooSmall(page), path).toEqual([]);
  }
  await page.close();
});

test('calm view: the line in use as link and code, the report in its published form, copied and scanned', async () => {
  const page = await one.open('popup.html');
  const box = page.getByLabel('Tra một số hoặc dán lời nhắn');
  await box.fill(SCAM);
  await page.getByRole('button', { name: 'Bình tĩnh: ba việc cần làm' }).click();
  await expect(page.getByRole('heading', { name: 'Bình tĩnh' })).toBeFocused();
  await expect(page.locator('.calm-steps li')).toHaveCount(3);
  // The notice's own lines are of an office that is gone.
  await expect(page.locator('.calm-button')).toHaveAttribute('href', 'tel:113');
  expect(await scan(page, /để gọi 113/)).toBe('tel:113');
  await expect(page.getByLabel('Số đã gọi hoặc nhắn cho bạn')).toHaveValue('0292 0000111');
  await page.getByLabel('Nội dung', { exact: true }).fill('giả danh công an');
  const message = 'LD 0292 0000111 giả danh công an';
  await expect(page.locator('.calm-message')).toHaveText(message);
  expect(await scan(page, /soạn tin nhắn/)).toBe(`sms:156?body=${encodeURIComponent(message)}`);
  await one.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Chép tin nhắn' }).click();
  await expect(page.getByText('Đã chép.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(message);
  await page.close();
});

test('axe sees a planted fault in the calm view', async () => {
  const page = await one.open('popup.html#calm');
  await page.locator('.calm-button').waitFor();
  await page.evaluate(() => document.querySelector('.calm')?.append(document.createElement('button')));
  expect(await violations(page)).toEqual([expect.stringContaining('button-name')]);
  await page.close();
});

for (const look of LOOKS) {
  test(`screens of look-up: ${lookName(look)}`, { tag: TAG }, async () => {
    const faults = await lookThrough(one, look, [
      { name: 'popup', path: 'popup.html' },
      { name: 'panel', path: 'sidepanel.html' },
      { name: 'questions', path: 'popup.html#call' },
      {
        name: 'call-danger',
        path: 'popup.html#call',
        prepare: async (page) => {
          for (let turn = 0; turn < 2; turn++) await page.locator('.call-answers .button').first().click();
        },
      },
      { name: 'calm', path: 'popup.html#calm' },
      {
        name: 'changes',
        path: 'popup.html#calm',
        prepare: async (page) => {
          await page.evaluate(`chrome.storage.local.set({ 'changes-since': '0.0.1' })`);
          await page.goto('about:blank');
          await page.goto(one.browser.pageUrl('popup.html#changes'));
          await page.locator('.changes li').first().waitFor();
        },
      },
    ]);
    expect(faults).toEqual([]);
  });
}
