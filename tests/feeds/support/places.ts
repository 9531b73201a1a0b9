/** Steps of an administrator who publishes from the command line to a server. */
import { expect, vi } from 'vitest';
import type { FeedFolder } from '../../../scripts/feed/folder';
import { verifyFeed } from '../../../scripts/feed/verify';
import { ENTRY, feed } from '../../unit/scripts/support/feed-command';
import { ONE, THREE, TWO } from './administrators';

export const real = globalThis.fetch;

/** What was written since, in its order; `first` runs before each. */
export function watchWrites(first: (path: string) => Promise<void> = () => Promise.resolve()): string[] {
  const paths: string[] = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const path = new URL(url).pathname.split('/').slice(-2).join('/');
    if (init?.method === 'PUT') {
      await first(path);
      paths.push(path);
    }
    return real(url, init);
  });
  return paths;
}

/** Those of these tests that browsers get at an address. */
export const numbers = async (address: string, fingerprint: string) => {
  const { content } = await verifyFeed(address, fingerprint);
  return [ONE, TWO, THREE].filter((number) => content.reported?.entries.has(number));
};
/** Reports a number and signs. */
export const add = async (folder: FeedFolder, number: string) => {
  expect((await feed('add', folder.path, number, ...ENTRY)).code).toBe(0);
  expect((await feed('sign', folder.path)).code).toBe(0);
};
