/** The warnings of web-ext lint that docs/stores.md explains: its table is the one place where they are counted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const STORES_PAGE = join(import.meta.dirname, '..', '..', 'docs', 'stores.md');
/** `| CODE | how many | why |` */
const ROW = /^\| `([A-Z_]+)` \| (\d+) \| [^|\s]/gm;

export type Warnings = Readonly<Record<string, number>>;

/** How many warnings of each code are explained. */
export function knownWarnings(page = readFileSync(STORES_PAGE, 'utf8')): Warnings {
  return Object.fromEntries([...page.matchAll(ROW)].map(([, code = '', count]) => [code, Number(count)]));
}
