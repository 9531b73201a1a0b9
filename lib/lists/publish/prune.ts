/** Which files of a feed no browser can ask for any more. Pure. */
import type { Bytes } from '../feed/bytes';
import { signedAt } from '../feed/checks';
import { readMetadata } from '../feed/metadata';
import { targetPath } from '../feed/targets';

/** What an old publication needs: the snapshot's version, and the paths that it leads to. */
function pathsOf(snapshot: number, read: (path: string) => Bytes): string[] {
  const own = `metadata/${String(snapshot)}.snapshot.json`;
  const { version } = readMetadata('snapshot', read(own)).signed.meta['targets.json'];
  const targets = `metadata/${String(version)}.targets.json`;
  const named = Object.entries(readMetadata('targets', read(targets)).signed.targets);
  return [own, targets, ...named.map(([name, { hashes }]) => targetPath(name, hashes.sha256))];
}

/**
 * Files that may go: those that belong to no publication that was live within `keptMs` of `now`. A browser in the middle
 * of an update, and a content network that answers late, still ask for such files. Roots stay for ever: a browser that
 * was away walks through all of them. Whatever is no file of a feed is left alone.
 */
export function prunable(
  paths: readonly string[],
  read: (path: string) => Bytes,
  now: number,
  keptMs: number,
): string[] {
  const live = readMetadata('timestamp', read('metadata/timestamp.json')).signed.meta['snapshot.json']
    .version;
  const versions = paths
    .flatMap((path) => /^metadata\/(\d+)\.snapshot\.json$/.exec(path)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  const needed = versions.filter((version, i) => {
    const next = versions[i + 1];
    if (version >= live || next === undefined) return true;
    // It was live until the next one was signed; one without a date is kept.
    const [until = now] = signedAt(
      readMetadata('snapshot', read(`metadata/${String(next)}.snapshot.json`)).signed,
    );
    return until >= now - keptMs;
  });
  const kept = new Set(needed.flatMap((version) => pathsOf(version, read)));
  // Metadata first: cut short, what is left is named by nothing and goes the next time.
  const old = paths.filter((path) =>
    /^(?:metadata\/\d+\.(?:snapshot|targets)\.json|targets\/.+)$/.test(path),
  );
  return old.filter((path) => !kept.has(path)).sort();
}
