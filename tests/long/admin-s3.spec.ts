/**
 * The console before real S3-compatible stores: Ceph, which keeps to conditions but wants tags without quotes, and
 * OpenStack's Swift, which refuses conditions. Debian's packages, which need root to be installed.
 */
import { launch } from '../../scripts/browser/launch';
import { fingerprintOf } from '../../scripts/feed/publishing';
import { verifyFeed } from '../../scripts/feed/verify';
import { letPollTimeCome } from '../browser/support/ask';
import { ADMIN_BUILD, EDITOR, makeFeed, openConsole, paste, sign } from '../browser/support/console';
import { expect } from '../browser/support/extension';
import { follow, reportedOn, test } from '../browser/support/reader';
import { newFeed } from '../feeds/support/publisher';
import { startCeph } from './support/ceph';
import { run } from './support/programs';
import type { Store } from './support/store';
import { acceptedAt, folderOf, numbersAt, openColleague, publishTo, verified } from './support/store-console';
import { startSwift } from './support/swift';

const STORES = [
  { name: 'Ceph', startStore: startCeph, oneAtATime: false },
  { name: 'Swift', startStore: startSwift, oneAtATime: true },
] as const;

for (const { name, startStore, oneAtATime } of STORES) {
  test.describe(name, () => {
    let running: Store | undefined;
    const at = (folder: string) => {
      if (!running) throw new Error(`${name} is not running`);
      return folderOf(running, folder);
    };
    test.beforeAll(async () => {
      running = await startStore();
    });
    test.afterAll(() => running?.close());

    test('a feed goes up twice; an outside client takes it, another browser follows it', async ({
      console: page,
      extension,
      open,
    }) => {
      const store = at('hai-lan');
      const { fingerprint } = await makeFeed(page, 'Danh sách trong kho');
      await paste(page, '0292 000 0111');
      await sign(page);
      await publishTo(page, store);
      await verified(page, oneAtATime);
      expect(await numbersAt(store, fingerprint)).toEqual(['0111']);
      await acceptedAt(store);

      // No right to the server there: it reads by what the bucket says to every page (CORS).
      const options = await follow(extension, store.address, fingerprint);
      const { page: post } = await open('https://x.com/x');
      await expect.poll(() => reportedOn(post)).not.toContain('0292 000 0555');
      await paste(page, '0292 000 0555');
      await sign(page);
      await publishTo(page, store);
      await verified(page, oneAtATime);
      await letPollTimeCome(options);
      await expect.poll(() => reportedOn(post)).toContain('0292 000 0555');
      await acceptedAt(store);
    });

    test('what the command line made goes up by s3cmd, as docs/feeds.md says', async () => {
      if (!running) throw new Error(`${name} is not running`);
      const { bucket, address, accessKey, secretKey } = running;
      const { host } = new URL(bucket);
      const keys = [`--access_key=${accessKey}`, `--secret_key=${secretKey}`];
      const s3cmd = (...args: string[]) =>
        run(['s3cmd', '--no-ssl', `--host=${host}`, `--host-bucket=${host}`, ...keys, ...args]);
      const feed = await newFeed();
      const folder = `${feed.path}/public`;
      s3cmd('sync', '--exclude=metadata/timestamp.json', `${folder}/`, 's3://feed/');
      const last = 'metadata/timestamp.json';
      s3cmd('put', '--add-header=Cache-Control:no-store', `${folder}/${last}`, `s3://feed/${last}`);
      expect((await verifyFeed(address, await fingerprintOf(feed))).timestamp).toBe(1);
    });

    test('a wrong key, bucket or region is told from each other; another feed is not written over', async ({
      console: page,
    }) => {
      const store = at('sai');
      await makeFeed(page, 'Danh sách điền sai');
      await paste(page, '0292 000 0111');
      await sign(page);
      const alert = page.getByRole('alert');
      await publishTo(page, { ...store, secretKey: 'khoa sai' });
      await expect(alert).toContainText('Máy chủ không cho ghi');
      await publishTo(page, { ...store, accessKey: 'so:khong-ai' });
      await expect(alert).toContainText('Máy chủ không cho ghi');
      await publishTo(page, { ...store, bucket: store.bucket.replace('/feed/', '/khong-co/') });
      await expect(alert).toContainText('Ở địa chỉ đã điền không ghi được');
      // Ceph takes every region.
      if (name === 'Swift') {
        await publishTo(page, store);
        await verified(page, oneAtATime);
        await paste(page, '0292 000 0222');
        await sign(page);
        await publishTo(page, { ...store, region: 'vn-1' });
        await expect(alert).toContainText('Ở địa chỉ đã điền không ghi được');
      }
      await publishTo(page, store);
      await verified(page, oneAtATime);

      await page.getByRole('button', { name: 'Về trang đầu' }).click();
      await makeFeed(page, 'Danh sách khác');
      await paste(page, '0292 000 0333');
      await sign(page);
      await publishTo(page, store);
      await expect(alert).toContainText('Ở địa chỉ này đã có một nguồn khác');
    });

    test('the store goes away in the middle: the old version stays, publishing goes on', async ({
      admin,
      console: page,
    }) => {
      const store = at('dut');
      const { fingerprint } = await makeFeed(page, 'Danh sách bền');
      await paste(page, '0292 000 0111');
      await sign(page);
      await publishTo(page, store);
      await verified(page, oneAtATime);
      const written = page.waitForResponse(
        (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/3.targets.json'),
      );
      await page.route('**/metadata/3.snapshot.json', async (route) => {
        if (route.request().method() === 'PUT') await store.stop();
        await route.continue();
      });
      await paste(page, '0292 000 0222');
      await sign(page);
      await publishTo(page, store);
      await expect(page.getByRole('alert')).toContainText('Mất kết nối');
      expect((await written).status()).toBe(200);
      await page.close();
      await store.start();
      expect(await numbersAt(store, fingerprint)).toEqual(['0111']);

      const again = await openConsole(admin, EDITOR);
      await again.getByRole('button', { name: 'Mở', exact: true }).click();
      await again.getByRole('button', { name: /^Xem lại và công bố/ }).click();
      await again.getByRole('button', { name: 'Đi tiếp' }).click();
      const repeated: string[] = [];
      again.on('request', (request) => {
        if (request.method() === 'PUT' && request.url().endsWith('.snapshot.json'))
          repeated.push(request.url());
      });
      await publishTo(again, store);
      await verified(again, oneAtATime);
      expect(repeated).toHaveLength(1);
      expect(await numbersAt(store, fingerprint)).toEqual(['0111', '0222']);
    });

    test('two administrators: who comes second is told, and nothing is lost', async ({ console: page }) => {
      const store = at('hai-nguoi');
      const feed = await makeFeed(page, 'Danh sách chung');
      await paste(page, '0292 000 0111');
      await sign(page);
      await publishTo(page, store);
      await verified(page, oneAtATime);
      const second = await launch({ extension: ADMIN_BUILD });
      try {
        const colleague = await openColleague(second, store, feed);
        await paste(colleague, '0292 000 0222');
        await sign(colleague);
        await paste(page, '0292 000 0333');
        await sign(page);
        let letGo: () => Promise<void> = () => Promise.resolve();
        if (!oneAtATime) {
          // The colleague has read that nobody published, and is about to write the last file.
          const held = new Promise<void>((resolve) => {
            void colleague.route('**/metadata/timestamp.json', async (route) => {
              if (route.request().method() !== 'PUT') return route.continue();
              letGo = () => route.continue();
              resolve();
            });
          });
          await publishTo(colleague, store);
          await held;
        }
        await publishTo(page, store);
        await verified(page, oneAtATime);
        if (oneAtATime) await publishTo(colleague, store);
        else await letGo();
        const merged = colleague.getByRole('region', { name: /^Đồng nghiệp đã công bố phiên bản/ });
        await expect(merged).toContainText('1 số mới', { timeout: 30_000 });
        expect(await numbersAt(store, feed.fingerprint)).toEqual(['0111', '0333']);
        await colleague.unrouteAll();
        await sign(colleague);
        await publishTo(colleague, store);
        await verified(colleague, oneAtATime);
        expect(await numbersAt(store, feed.fingerprint)).toEqual(['0111', '0222', '0333']);
      } finally {
        await second.close();
      }
    });
  });
}
