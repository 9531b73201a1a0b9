/** The options page as people meet it: every state in words, both languages, both schemes, narrow and wide; axe. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from './support/extension';
import { lookName, LOOKS, TAG } from './support/looks';
import { keepPicture } from './support/one-browser';
import { fingerprintOf, MAKERS, serve } from './support/feed-publisher';
import { ask } from './support/ask';
import { test } from './support/feeds';
import { contentOf, entryOf } from '../feeds/support/content';

for (const look of LOOKS) {
  const { language, colorScheme, width } = look;
  test.describe(lookName(look), () => {
    test.use({ launchWith: { colorScheme, viewport: { width, height: 900 } } });
    test(
      'fresh, refused, and a form with a fault: nothing overflows and axe finds nothing',
      { tag: TAG },
      async ({ nginx, options }) => {
        for (const [i, make] of Object.values(MAKERS).entries()) {
          const folder = `shown-${i}`;
          const repository = await make(
            Date.now() - 3_600_000,
            await contentOf('2026.11.25', [entryOf('+842920000555')]),
          );
          serve(nginx, folder, repository);
          const fingerprint = fingerprintOf(repository);
          const address = `${nginx.address}${folder}/`;
          expect(await ask(options, 'feed-add', { address, fingerprint, scope: ['reported'] })).toEqual({});
          if (i > 0) continue;
          nginx.put(`${folder}/metadata/timestamp.json`, '<html>Đăng nhập mạng</html>');
          await ask(options, 'feed-update', { id: fingerprint });
        }
        await options.locator(`button[lang="${language}"]`).click();
        await expect(options.locator('.feed-stale')).toBeVisible();
        await expect(options.locator('.feed-fresh')).toBeVisible();
        await options.locator('.add-feed button[type="submit"]').click();
        await expect(options.getByRole('alert')).not.toBeEmpty();
        expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const { violations } = await new AxeBuilder({ page: options })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 120))])).toEqual(
          [],
        );
        await keepPicture(options, `feeds-${lookName(look)}`);
      },
    );
  });
}
