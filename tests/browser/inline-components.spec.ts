/** Components that the page's styles leave in the line, as browsers do by themselves. */
import { test } from './support/edition';
import { expect } from './support/extension';
import { SCAM } from './support/messages';
import { openBody } from './support/open-body';
import { unitsSeen } from './support/read-units';

const LONG = 'Trời hôm nay đẹp quá, cả nhà đi chơi công viên rồi về ăn cơm với ông bà. '.repeat(25);

for (const [name, body] of [
  ['in the page itself', `<app-message>${SCAM}</app-message>`],
  ['in main', `<main><app-list><app-message><app-text>${SCAM}</app-text></app-message></app-list></main>`],
  [
    'beside a long one',
    `<div><app-message><span>${SCAM}</span></app-message><app-message><span>${LONG}</span></app-message></div>`,
  ],
  [
    'without boxes',
    `<div><app-message style="display: contents">${SCAM}</app-message><app-message>${LONG}</app-message></div>`,
  ],
] as const) {
  test(`a message in a component ${name}`, async ({ open, extension }) => {
    const { world } = await openBody({ open, extension }, 'component', body);
    await expect.poll(async () => (await unitsSeen(world)).map((unit) => unit.level)).toEqual(['danger']);
  });
}
