import { readFileSync } from 'node:fs';
import { analyse } from '../../lib/analysis/analyse';
import { indexDirectory } from '../../lib/analysis/senders/directory-index';
import type { Unit, Verdict } from '../../lib/analysis/types';
import { parseEmbedded } from '../../lib/lists/embedded';
import { contactsByNumber, standingOf } from '../../lib/lists/standings';
import { compilePack } from '../../lib/phrasing/compile';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';

/** The lists that come with the extension, ready to judge. */
export interface Embedded {
  analyse(unit: Unit, now: string): Verdict;
}

/** Opens the embedded lists. Throws where one is damaged. */
export function openEmbedded(): Embedded {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../public/feed/${name}.json`, import.meta.url), 'utf8'));
  const lists = parseEmbedded({
    directory: read('directory'),
    reported: read('reported'),
    sitePack: read('site-pack'),
    phrasePack: read('phrase-pack'),
  });
  const pack = compilePack(parsePhrasePack(lists.phrasePack));
  const contacts = contactsByNumber(lists.directory);
  const standing = (number: string) => standingOf(contacts.get(number), lists.reports.get(number));
  const directory = indexDirectory(lists.directory);
  return { analyse: (unit, now) => analyse(unit, { standing, now, pack, directory }) };
}
