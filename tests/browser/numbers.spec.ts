/** A page of all forms of numbers: what is painted is what the recogniser finds, over the elements it is split over. */
import { expect, highlights, test } from './support/extension';

test('every form of a number is painted, and nothing else', async ({ open }) => {
  const { page } = await open('https://x.com/numbers');
  const wanted = await page.evaluate(() =>
    [...document.querySelectorAll('[data-numbers]')].flatMap((post) =>
      (post.getAttribute('data-numbers') ?? '').split('|').filter((part) => part !== ''),
    ),
  );
  expect(wanted.length).toBeGreaterThan(20);
  const painted = async (): Promise<string[]> =>
    Object.values(await highlights(page))
      .flat()
      .sort();
  await expect.poll(painted).toEqual([...wanted].sort());
});
