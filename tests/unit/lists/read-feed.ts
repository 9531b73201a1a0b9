/** The embedded feed as the extension ships it. */
import { readFileSync } from 'node:fs';
import type { EmbeddedLists } from '../../../lib/lists/embedded';

export function feedText(name: string): string {
  return readFileSync(new URL(`../../../public/feed/${name}.json`, import.meta.url), 'utf8');
}

export function feedJson(name: string): unknown {
  return JSON.parse(feedText(name));
}

/** The embedded lists with a stand-in for the phrase pack, which its own tests read. */
export function embeddedFeed(): EmbeddedLists {
  return {
    directory: feedJson('directory'),
    reported: feedJson('reported'),
    sitePack: feedJson('site-pack'),
    phrasePack: { version: 1, made: 'for tests' },
  };
}
