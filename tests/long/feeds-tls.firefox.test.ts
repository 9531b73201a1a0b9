/** A feed over TLS in a real Firefox. */
import { expect, test } from 'vitest';
import { launchFirefox } from '../../scripts/browser/firefox';
import { isReported, madeBy } from '../browser/feed-cases/case';
import { ask } from '../browser/support/ask';
import { fingerprintOf, serve } from '../browser/support/feed-publisher';
import { startNginx } from '../browser/support/nginx';
import { FIREFOX_BUILD } from '../firefox/support/firefox';

test('by a certificate that the browser takes; by another it is a network that cannot be reached', async () => {
  const nginx = await startNginx({ tls: true });
  try {
    const repository = await madeBy('our publisher');
    serve(nginx, 'tls', repository);
    const feed = {
      address: `${nginx.address}tls/`,
      fingerprint: fingerprintOf(repository),
      scope: ['reported' as const],
    };
    for (const trustAll of [true, false]) {
      const firefox = await launchFirefox({ extension: FIREFOX_BUILD, hosts: [], port: 9, trustAll });
      try {
        const outcome = await ask(firefox.driver, 'feed-add', feed);
        expect(outcome).toEqual(trustAll ? {} : { error: 'ERR_FEED_NETWORK' });
        expect(await isReported(firefox.driver)).toBe(trustAll);
      } finally {
        await firefox.close();
      }
    }
  } finally {
    await nginx.close();
  }
}, 120_000);
