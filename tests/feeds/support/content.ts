/** Content of feeds for tests. */
import { chunksOf, stateHash, stateOfEntries } from '../../../lib/lists/reported/state';
import { bytesOf, hashOf, nextVersion, republish, type Repository } from './forge';
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
  const chunks = Object.fromEntries(
    chunksOf(state, 1_000_000).map((chunk, i) => [
      `reported/${String(i).padStart(3, '0')}.jsonl`,
      Buffer.from(chunk).toString(),
    ]),
  );
  const info = {
    format: 1,
    version,
    published: '2026-11-25',
    name: { vi: 'Nguồn thử', en: 'Test feed' },
    contact: 'thu@example.test',
  };
  const index = { format: 1, state: hash, base: { state: hash, chunks: Object.keys(chunks) }, deltas: [] };
  return {
    'feed.json': JSON.stringify(info),
    'reported.json': JSON.stringify(index),
    ...chunks,
    ...more,
  };
}

/** Puts other content into a repository, as a new publication. */
export function putContent(repository: Repository, content: Record<string, string>): void {
  const targets = Object.entries(content).map(([name, text]) => {
    const hash = hashOf(bytesOf(text));
    const slash = name.lastIndexOf('/') + 1;
    repository.files.set(`targets/${name.slice(0, slash)}${hash}.${name.slice(slash)}`, bytesOf(text));
    return [name, { length: bytesOf(text).length, hashes: { sha256: hash } }] as const;
  });
  nextVersion(repository, 'targets', (signed) => (signed.targets = Object.fromEntries(targets)));
  republish(repository);
}
