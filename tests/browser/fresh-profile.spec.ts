/** A fresh profile goes through the first steps, and nothing is written to a console as an error. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/extension';
import { SCAM } from './support/messages';

/** Errors of every page and of the background, from now on. */
function errorsOf(context: ReturnType<Page['context']>): string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.location().url}: ${message.text()}`);
  });
  context.on('weberror', (fault) => void errors.push(String(fault.error())));
  return errors;
}

test('welcome, practice, look-up, evidence: no console has an error', async ({ extension }) => {
  const { context } = extension;
  await extension.worker();
  const errors = errorsOf(context);

  const welcome = await context.newPage();
  await welcome.goto(extension.pageUrl('welcome.html'));
  for (let screen = 0; screen < 2; screen++) await welcome.getByRole('button', { name: 'Tiếp' }).click();
  const [practice] = await Promise.all([
    context.waitForEvent('page'),
    welcome.getByRole('button', { name: 'Mở trang luyện tập' }).click(),
  ]);
  await practice.locator('.mail-row').nth(1).click();
  await expect
    .poll(() => practice.evaluate(`globalThis[Symbol.for('canh-giac.session')]?.units.size ?? 0`))
    .toBeGreaterThan(0);

  const popup = await context.newPage();
  await popup.goto(extension.pageUrl('popup.html'));
  await popup.locator('textarea').fill(SCAM);
  await expect(popup.locator('.check-result')).toHaveClass(/level-danger/);
  const [evidence] = await Promise.all([
    context.waitForEvent('page'),
    popup.getByRole('button', { name: 'Lưu làm chứng cứ' }).click(),
  ]);
  await evidence.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(evidence.getByText('1 chứng cứ')).toBeVisible();
  const [file] = await Promise.all([
    evidence.waitForEvent('download'),
    evidence.getByRole('button', { name: /\.zip/ }).click(),
  ]);
  expect(await file.failure()).toBeNull();

  // What is planted in a page and in the background comes last: then all before it has come too.
  await evidence.evaluate(`setTimeout(() => { throw new Error('planted in a page') })`);
  await (await extension.worker()).evaluate(`console.error('planted in the background')`);
  const planted = /planted in a page|planted in the background/;
  await expect.poll(() => errors.filter((error) => planted.test(error)).length).toBe(2);
  expect(errors.filter((error) => !planted.test(error))).toEqual([]);
});
