/** One of very many parts far from the view that the page lays over it by its styles alone. */
import { test } from './support/edition';
import { expect } from './support/extension';
import { SCAM } from './support/messages';
import { openBody } from './support/open-body';
import { unitsSeen } from './support/read-units';

const COUNT = 2_000;
const AT = 1_501;

test('a post that opens in a window of its own is read soon', async ({ open, extension }) => {
  const posts = Array.from(
    { length: COUNT },
    (_, i) =>
      `<article id="a${i}"><h3>Bài ${i}</h3><p>${i === AT ? SCAM : 'Chiều nay họp lúc 14h nhé.'}</p></article>`,
  );
  const style =
    'article { height: 120px } .open { position: fixed; inset: 10vh 10vw; height: 80vh; background: #fff }';
  const { page, world } = await openBody(
    { open, extension },
    'opened',
    `<style>${style}</style><main>${posts.join('')}</main>`,
  );
  await page.waitForTimeout(3_500);
  expect(await unitsSeen(world)).toEqual([]);
  await page.evaluate((id) => document.getElementById(id)?.classList.add('open'), `a${AT}`);
  await expect.poll(async () => (await unitsSeen(world)).map((unit) => unit.level)).toEqual(['danger']);
});
