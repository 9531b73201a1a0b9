/** Every fault that the client must refuse, from a real nginx in the real browser: its state shown, its lists unchanged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from './support/extension';
import { fingerprintOf, MAKERS, serve } from './support/feed-publisher';
import { ask, onlyFeed, refusalText, test } from './support/feeds';
import type { Page } from '@playwright/test';
import type { Server } from '../feeds/support/clients';
import { contentOf, entryOf, putContent } from '../feeds/support/content';
import { FAULTS } from '../feeds/support/faults';
import { copyOf, newest } from '../feeds/support/forge';
import type { Nginx } from './support/nginx';

const E164 = '+842920000555';
const embeddedPack = () =>
  readFileSync(join(import.meta.dirname, '../../public/feed/phrase-pack.json'), 'utf8');

async function reported(options: Page): Promise<boolean> {
  const { verdict } = await ask(options, 'check', { text: 'Gọi 0292 000 0555' });
  return verdict.findings.some((finding) => finding.kind === 'phone' && finding.standing.kind === 'reported');
}

/** Serves what there is now for one update; gives what the options then show. */
async function updateFrom(options: Page, nginx: Nginx, server: Server, folder: string) {
  serve(nginx, folder, server.repository);
  for (const path of server.statuses.keys()) nginx.fail(`${folder}/${path}`, true);
  const { id } = await onlyFeed(options);
  await ask(options, 'feed-update', { id });
  for (const path of server.statuses.keys()) nginx.fail(`${folder}/${path}`, false);
  return onlyFeed(options);
}

for (const [maker, make] of Object.entries(MAKERS)) {
  test(`a repository by ${maker}: each fault is refused under its own name, and nothing changes`, async ({
    nginx,
    options,
  }) => {
    test.setTimeout(180_000);
    const content = await contentOf('2026.11.25', [entryOf(E164)]);
    const outcomes: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const [i, fault] of FAULTS.entries()) {
      const folder = `fault-${i}`;
      const repository = await make(Date.now() - 3_600_000, content);
      const server: Server = { repository, statuses: new Map() };
      serve(nginx, folder, repository);
      const fingerprint = fingerprintOf(repository);
      const before = copyOf(repository);
      const added = await ask(options, 'feed-add', {
        address: `${nginx.address}${folder}/`,
        fingerprint,
        scope: ['reported'],
      });
      expect(added, fault.name).toEqual({});
      fault.change(server);
      const shown = await updateFrom(options, nginx, server, folder);
      outcomes[fault.name] = [shown.error, shown.state, await reported(options)];
      const refused = typeof fault.expected === 'string';
      expected[fault.name] = [refused ? fault.expected : undefined, refused ? 'stale' : 'fresh', true];
      if (i === 0 || fault.name === 'a timestamp with a wrong signature') {
        await options.reload();
        await expect(options.locator('.feed-state')).toContainText(
          shown.error ? refusalText(shown.error) : 'Mới nhất',
        );
      }
      if (fault.mend) {
        fault.mend(server, before);
        const { error } = await updateFrom(options, nginx, server, folder);
        const again = typeof fault.mended === 'string' ? fault.mended : undefined;
        expect([error, await reported(options)], `${fault.name}, then another`).toEqual([again, true]);
      }
      await ask(options, 'feed-remove', { id: fingerprint });
    }
    expect(outcomes).toEqual(expected);
    expect(await reported(options)).toBe(false);
  });
}

test('a server that says that nothing changed, asked without any condition, is refused; nothing changes', async ({
  nginx,
  options,
}) => {
  const make = MAKERS['our publisher'];
  if (!make) throw new Error('no maker');
  const repository = await make(Date.now() - 3_600_000, await contentOf('2026.11.25', [entryOf(E164)]));
  serve(nginx, 'unchanged', repository);
  const id = fingerprintOf(repository);
  const address = `${nginx.address}unchanged/`;
  expect(await ask(options, 'feed-add', { address, fingerprint: id, scope: ['reported'] })).toEqual({});
  putContent(repository, await contentOf('2026.11.26', [entryOf(E164), entryOf('+842920000666')]));
  serve(nginx, 'unchanged', repository);
  const update = async () => {
    await ask(options, 'feed-update', { id });
    return onlyFeed(options);
  };
  // A root that is 'not modified' is no word that there is none.
  for (const path of ['metadata/timestamp.json', 'metadata/2.root.json', newest(repository, 'targets')]) {
    nginx.fail(`unchanged/${path}`, true, 304);
    expect(await update(), path).toMatchObject({ state: 'stale', error: 'ERR_FEED_SERVER', entries: 1 });
    expect(await reported(options)).toBe(true);
    nginx.fail(`unchanged/${path}`, false, 304);
  }
  expect(await update()).toMatchObject({ state: 'fresh', entries: 2 });
});

test.describe('content of a feed', () => {
  const withContent = async (nginx: Nginx, folder: string, more: Record<string, string>) => {
    const make = MAKERS['our publisher'];
    if (!make) throw new Error('no maker');
    const repository = await make(
      Date.now() - 3_600_000,
      await contentOf('2026.11.25', [entryOf(E164)], more),
    );
    return { repository, address: `${nginx.address}${folder}/`, fingerprint: fingerprintOf(repository) };
  };

  for (const [name, change, code] of [
    ['other bytes', (body: Uint8Array) => new Uint8Array(body.length).fill(120), 'ERR_FEED_HASH'],
    ['too few bytes', (body: Uint8Array) => body.slice(1), 'ERR_FEED_LENGTH'],
    ['too many bytes', (body: Uint8Array) => Buffer.concat([body, body]), 'ERR_FEED_TOO_LONG'],
  ] as const) {
    test(`a target with ${name} is refused`, async ({ nginx, options }) => {
      const folder = `target-${code}`;
      const { repository, address, fingerprint } = await withContent(nginx, folder, {});
      serve(nginx, folder, repository);
      const [path, body] =
        [...repository.files].find(([one]) => one.startsWith('targets/') && one.endsWith('000.jsonl')) ?? [];
      if (path === undefined || !body) throw new Error('no chunk');
      nginx.put(`${folder}/${path}`, change(body));
      expect(await ask(options, 'feed-add', { address, fingerprint, scope: ['reported'] })).toEqual({
        error: code,
      });
      nginx.put(`${folder}/${path}`, body);
      expect(await ask(options, 'feed-add', { address, fingerprint, scope: ['reported'] })).toEqual({});
    });
  }

  test('a phrase pack that hears nothing is refused, and scams stay danger; one without fault goes live', async ({
    nginx,
    options,
  }) => {
    const pack = JSON.parse(embeddedPack()) as { version: number; judge: { thresholds: object } };
    const deaf = {
      ...pack,
      version: pack.version + 1,
      judge: { ...pack.judge, thresholds: { ...pack.judge.thresholds, danger: 1, caution: 1, alone: 1 } },
    };
    const level = async () => {
      const text =
        'Tôi là công an quận. Anh liên quan vụ án rửa tiền. Chuyển tiền ngay hôm nay, không nói với ai.';
      return (await ask(options, 'check', { text })).verdict.level;
    };
    for (const [folder, json, refused] of [
      ['deaf', deaf, true],
      ['heard', { ...pack, version: pack.version + 1 }, false],
    ] as const) {
      const { repository, address, fingerprint } = await withContent(nginx, folder, {
        'phrase-pack.json': JSON.stringify(json),
      });
      serve(nginx, folder, repository);
      await ask(options, 'feed-add', { address, fingerprint, scope: ['reported', 'packs'] });
      expect(await onlyFeed(options)).toMatchObject({ state: 'fresh', entries: 1, packRefused: refused });
      expect(await level()).toBe('danger');
      await ask(options, 'feed-remove', { id: fingerprint });
    }
  });
});
