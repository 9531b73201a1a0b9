/** 'Lưu làm chứng cứ' in the card: text only, said what became of it, by a person's press alone. */
import { EDITION_BUILD, expect, test } from './support/extension';
import { keptEvidence } from './support/kept-evidence';
import { SCAM } from './support/messages';
import { ExtensionWorld } from '../../scripts/browser/extension-world';

test.use({ launchWith: { extension: EDITION_BUILD } });

const CARD = `root?.querySelector('[role="dialog"].level-danger')`;

/** Names the save button for world.click, which presses with the real mouse once the card is settled. */
async function pressSave(world: ExtensionWorld): Promise<void> {
  await world.waitFor(CARD);
  await world.evaluate(`[...root.querySelectorAll('.card button')]
    .find((one) => one.textContent === 'Lưu làm chứng cứ').dataset.press = 'save'`);
  await world.click('[data-press="save"]');
}

const said = (world: ExtensionWorld) =>
  world.evaluate<string>(`root.querySelector('.card-outcome').textContent`);

test('the card saves the text, no picture, the address without its query, once, and says so', async ({
  open,
  extension,
}) => {
  const { page, world } = await open('https://mail.google.com/gmail?token=k3y#inbox/1');
  await pressSave(world);
  await expect.poll(() => said(world)).toMatch(/^Đã lưu trên máy này\./);
  // A second press, as of a double click, saves nothing more.
  await world.click('[data-press="save"]');
  const [record, ...others] = await keptEvidence(extension);
  expect(others).toEqual([]);
  expect(record).toMatchObject({ source: 'card', page: 'https://mail.google.com/gmail', parts: [] });
  expect(record?.verdict.level).toBe('danger');
  expect(record?.text).toContain('0292.000.0111');
  expect(JSON.stringify(record)).not.toContain('k3y');
  // Other words in the same place were not saved: the button is back.
  await page.evaluate(`document.querySelector('.a3s').append(${JSON.stringify(SCAM)})`);
  await world.waitFor(`root.querySelector('[data-press="save"]').ariaDisabled === 'false'`);
  expect(await said(world)).toBe('');
});

test('a message of a frame without an address is saved from the top frame under the address of the page', async ({
  open,
  extension,
}) => {
  const { world } = await open('https://forum.fixture.example/frames');
  await pressSave(world);
  await expect.poll(() => said(world)).toMatch(/^Đã lưu/);
  const [record] = await keptEvidence(extension);
  expect(record).toMatchObject({ source: 'card', page: 'https://forum.fixture.example/frames' });
  expect(record?.text).toContain('0292 000 0111');
});

test('a device without room: nothing is written, and the card says so', async ({ open, extension }) => {
  const { world } = await open('https://mail.google.com/gmail');
  // The quota of an extension with unlimited storage cannot be made small: the browser's answer stands in.
  await (
    await extension.worker()
  ).evaluate(`navigator.storage.estimate = async () => ({ quota: 100e6, usage: 99e6 })`);
  await pressSave(world);
  await expect.poll(() => said(world)).toBe('Máy không đủ chỗ. Chưa có gì được ghi.');
  expect(await keptEvidence(extension)).toEqual([]);
});

test('practice messages are no evidence', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(extension.pageUrl('practice.html'));
  const world = await ExtensionWorld.open(page, extension.extensionId);
  await world.waitFor(`root?.querySelector('.chip.level-danger')`);
  await world.click('.chip.level-danger');
  await pressSave(world);
  await expect.poll(() => said(world)).toBe('Đây là tin luyện tập nên không được lưu.');
  expect(await keptEvidence(extension)).toEqual([]);
});

test('a press that a script makes saves nothing', async ({ open, extension }) => {
  const { page, world } = await open('https://mail.google.com/gmail');
  await world.waitFor(`root?.querySelector('.card-place')?.dataset.settled === 'true'`);
  await world.evaluate(`root.querySelectorAll('.card-footer button').forEach((one) => one.click())`);
  await page.waitForTimeout(300);
  expect(await keptEvidence(extension)).toEqual([]);
});
