import { readFileSync } from 'node:fs';
import { compilePack } from '../../../lib/phrasing/compile';
import { parsePhrasePack } from '../../../lib/phrasing/pack-schema';

/** The embedded phrase pack, checked and compiled once for all tests. */
export const source: unknown = JSON.parse(
  readFileSync(new URL('../../../public/feed/phrase-pack.json', import.meta.url), 'utf8'),
);
export const pack = compilePack(parsePhrasePack(source));
