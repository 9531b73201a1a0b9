/** From the press on 'publish' to the mark on a page, nothing set forward: the time that people really wait. */
import { makeFeed, paste, publish, sign } from '../browser/support/console';
import { expect } from '../browser/support/extension';
import { follow, reportedOn, test } from '../browser/support/reader';
import { POLL_MS } from '../../lib/lists/feed/schedule';

const NUMBER = '0292 000 0555';

test('a published number is marked on an open page within one poll of the real clock', async ({
  apache,
  console: admin,
  extension,
  open,
}) => {
  const { fingerprint } = await makeFeed(admin, 'Danh sách của sở');
  await paste(admin, '0292 000 0777');
  await sign(admin);
  await publish(admin, apache.address);
  await admin.getByRole('button', { name: 'Xong' }).click();
  await follow(extension, apache.address, fingerprint);
  const { page } = await open('https://x.com/x');

  await paste(admin, `Người dân báo: ${NUMBER}`);
  await sign(admin);
  const pressed = Date.now();
  await publish(admin, apache.address);
  // A worker that sleeps is woken by its alarm, half a minute late at most.
  await expect.poll(() => reportedOn(page), { timeout: POLL_MS[1] + 60_000 }).toContain(NUMBER);
  console.log(`from the press on 'publish' to the mark: ${((Date.now() - pressed) / 1_000).toFixed(0)} s`);
});
