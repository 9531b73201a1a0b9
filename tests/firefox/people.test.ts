/** What people do with the extension in a real Firefox: first steps, look-up, six questions, evidence, options, quiz. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readExport } from '../../lib/report/evidence/read-export';
import { until } from '../../scripts/browser/until';
import { SCAM } from '../browser/support/messages';
import { useFirefox } from './support/firefox';
import { press, pressSave, sees } from './support/press';

const downloads = mkdtempSync(join(tmpdir(), 'canh-giac-firefox-'));
afterAll(() => rmSync(downloads, { recursive: true, force: true }));
const firefox = useFirefox({ downloads });

describe('Firefox, for people', () => {
  test('the welcome page opens at the install and ends on the practice pages', async () => {
    const welcome = await firefox.launched().opened('welcome.html');
    await welcome.bringToFront();
    await sees(welcome, 'Màn 1 trong 3');
    await press(welcome, 'Tiếp');
    await press(welcome, 'Tiếp');
    await press(welcome, 'Mở trang luyện tập');
    await (await firefox.launched().opened('practice.html')).close();
    await welcome.close();
  });

  test('a pasted message and a reported number are looked up, the six questions end in danger', async () => {
    const popup = await firefox.launched().openOwn('popup.html');
    await popup.bringToFront();
    await popup.type('textarea', SCAM);
    await popup.waitForSelector('.check-result.level-danger');
    await press(popup, 'Xóa ô');
    await popup.type('textarea', '0833 109 259');
    await sees(popup, 'Từng bị phản ánh, ngày 29/7/2025');
    await press(popup, 'Họ nói gì? Sáu câu hỏi');
    await press(popup, 'Có');
    await sees(popup, 'Câu 2 trong 6');
    await press(popup, 'Có');
    await popup.waitForSelector('.check-result.level-danger');
    await popup.close();
  });

  test('evidence: saved from the card', async () => {
    const gmail = await firefox.open('https://mail.google.com/gmail');
    await pressSave(gmail);
    await gmail.waitFor(`root.querySelector('.card-outcome').textContent.startsWith('Đã lưu trên máy này.')`);
  });

  test('evidence: saved of a looked-up text, exported with that of the card and read back', async () => {
    // The text is asked about on the evidence page.
    const popup = await firefox.launched().openOwn('popup.html');
    await popup.bringToFront();
    await popup.type('textarea', SCAM);
    await popup.waitForSelector('.check-result.level-danger');
    await press(popup, 'Lưu làm chứng cứ');
    const page = await firefox.launched().opened('evidence.html');
    await page.bringToFront();
    await sees(page, ' chứng cứ');
    // A test that is repeated finds what was saved before.
    const before = Number(
      /(\d+) chứng cứ/.exec((await page.evaluate('document.body.innerText')) as string)?.[1],
    );
    await press(page, 'Lưu');
    await sees(page, `${before + 1} chứng cứ`);

    const zips = () => readdirSync(downloads).filter((name) => name.endsWith('.zip'));
    const old = new Set(zips());
    await press(page, 'Xuất các mục này ra tệp .zip');
    const fresh = () => zips().filter((name) => !old.has(name));
    await until(() => Promise.resolve(fresh().length === 1), 'the download');
    await sees(page, 'Đã xuất.');
    // Every text and file is checked against its SHA-256 as it is read.
    const { data } = await readExport(new Uint8Array(readFileSync(join(downloads, fresh()[0] ?? ''))));
    expect(data.records[0]?.source).toBe('look-up');
    expect(data.records.at(-1)?.source).toBe('card');
    expect(data.records.at(-1)?.text).toContain('0292.000.0111');
    expect(data.records).toHaveLength(before + 1);
    await page.close();
  });

  test('options: a site is switched off, dark is chosen; both are kept', async () => {
    const options = await firefox.launched().openOwn('options.html');
    await options.bringToFront();
    const settings = async () =>
      (await options.evaluate(`browser.storage.local.get('settings').then((all) => all.settings)`)) as object;
    await (
      await options.waitForSelector('::-p-xpath(//label[normalize-space()="mail.google.com"])')
    )?.click();
    await (await options.waitForSelector('::-p-xpath(//label[normalize-space()="Tối"])'))?.click();
    await until(
      async () => JSON.stringify(await settings()).includes('"appearance":"dark"'),
      'the settings to be kept',
    );
    expect(await settings()).toMatchObject({ sitesOff: ['mail.google.com'], appearance: 'dark' });
    await until(
      () => options.evaluate(`getComputedStyle(document.body).backgroundColor === 'rgb(29, 32, 36)'`),
      'the page to be dark',
    );
    await options.close();
  });

  test('quiz: ten messages to the result', async () => {
    const quiz = await firefox.launched().openOwn('quiz.html');
    await quiz.bringToFront();
    for (let index = 1; index <= 10; index++) {
      await sees(quiz, `Tin ${index} trong 10`);
      await press(quiz, 'Lừa đảo');
      await press(quiz, index < 10 ? 'Tin tiếp theo' : 'Xem kết quả');
    }
    await sees(quiz, 'Bạn nhận ra 6 trong 10 tin.');
    await quiz.close();
  });
});
