/** Content of feeds for tests. */
import { stateBytes, stateHash, stateOfEntries } from '../../../lib/lists/reported/state';
import type { ReportedEntry } from '../../../lib/lists/schema-reported';

/** A report that was never made, of a number that cannot be assigned. */
export function entryOf(number: string, pretends = 'Mục thử của bài kiểm tra'): ReportedEntry {
  return {
    number,
    category: 'official_impersonation',
    pretends: { vi: pretends, en: 'An entry of a test' },
    authority: 'Công an thử nghiệm',
    publisher: 'Báo thử',
    url: 'https://example.test/',
    date: '2026-11-20',
    strength: 'strong',
  };
}

/** Feed content by target name: `feed.json` and the reported list. */
export async function contentOf(
  version: string,
  entries: readonly ReportedEntry[],
  more: Record<string, string> = {},
): Promise<Record<string, string>> {
  const state = stateOfEntries(entries);
  const hash = await stateHash(state);
  const info = {
    format: 1,
    version,
    published: '2026-11-25',
    name: { vi: 'Nguồn thử', en: 'Test feed' },
    contact: 'thu@example.test',
  };
  const index = { format: 1, state: hash, base: { state: hash, chunks: ['reported/000.jsonl'] }, deltas: [] };
  return {
    'feed.json': JSON.stringify(info),
    'reported.json': JSON.stringify(index),
    'reported/000.jsonl': Buffer.from(stateBytes(state)).toString(),
    ...more,
  };
}
