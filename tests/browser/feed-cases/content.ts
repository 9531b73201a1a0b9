/** Targets of a feed that are not what was signed, and a phrase pack that would silence the extension. */
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from '../../feeds/support/content';
import { ask, onlyFeed } from '../support/ask';
import { fingerprintOf, serve } from '../support/feed-publisher';
import { ENTRY, expectFeed, madeBy, type FeedCase } from './case';

const OTHER_BYTES = [
  ['other bytes', (body: Uint8Array) => new Uint8Array(body.length).fill(120), 'ERR_FEED_HASH'],
  ['too few bytes', (body: Uint8Array) => body.slice(1), 'ERR_FEED_LENGTH'],
  ['too many bytes', (body: Uint8Array) => Buffer.concat([body, body]), 'ERR_FEED_TOO_LONG'],
] as const;

const WRONG_TARGETS = OTHER_BYTES.map(([name, change, code]): FeedCase => ({
  name: `a target with ${name} is refused`,
  play: async ({ options }, nginx) => {
    const folder = `target-${code}`;
    const repository = await madeBy('our publisher');
    serve(nginx, folder, repository);
    const [path, body] =
      [...repository.files].find(([one]) => one.startsWith('targets/') && one.endsWith('000.jsonl')) ?? [];
    if (path === undefined || !body) throw new Error('no chunk');
    const feed = { address: `${nginx.address}${folder}/`, fingerprint: fingerprintOf(repository) };
    const add = () => ask(options, 'feed-add', { ...feed, scope: ['reported'] });
    nginx.put(`${folder}/${path}`, change(body));
    deepEqual(await add(), { error: code });
    nginx.put(`${folder}/${path}`, body);
    deepEqual(await add(), {});
  },
}));

const DEAF_PACK: FeedCase = {
  name: 'a phrase pack that hears nothing is refused, and scams stay danger; one without fault goes live',
  play: async ({ options }, nginx) => {
    const file = join(import.meta.dirname, '../../../public/feed/phrase-pack.json');
    const pack = JSON.parse(readFileSync(file, 'utf8')) as { version: number; judge: { thresholds: object } };
    const deaf = {
      ...pack,
      version: pack.version + 1,
      judge: { ...pack.judge, thresholds: { ...pack.judge.thresholds, danger: 1, caution: 1, alone: 1 } },
    };
    const text =
      'Tôi là công an quận. Anh liên quan vụ án rửa tiền. Chuyển tiền ngay hôm nay, không nói với ai.';
    for (const [folder, json, packRefused] of [
      ['deaf', deaf, true],
      ['heard', { ...pack, version: pack.version + 1 }, false],
    ] as const) {
      const packFile = { 'phrase-pack.json': JSON.stringify(json) };
      const repository = await madeBy('our publisher', await contentOf('2026.11.25', [ENTRY], packFile));
      serve(nginx, folder, repository);
      const fingerprint = fingerprintOf(repository);
      const address = `${nginx.address}${folder}/`;
      await ask(options, 'feed-add', { address, fingerprint, scope: ['reported', 'packs'] });
      expectFeed(await onlyFeed(options), { state: 'fresh', entries: 1, packRefused });
      equal((await ask(options, 'check', { text })).verdict.level, 'danger');
      await ask(options, 'feed-remove', { id: fingerprint });
    }
  },
};

export const CONTENT_CASES: readonly FeedCase[] = [...WRONG_TARGETS, DEAF_PACK];
