/** Reports of numbers from the lists that came with the extension and from every feed. */
import { asPointer } from './install';
import type { Report } from './standing';
import { emptyStore } from './store-error';
import type { ListDatabase } from './store-schema';
import { transact } from './transact';
import { compareVersions } from './versions';

interface Place {
  readonly generation: number;
  readonly feed?: Report['feed'];
}

/** The same report as published by two feeds is said once. */
function gist({ category, publisher, url, date, strength }: Report): string {
  return JSON.stringify([category, publisher, url, date, strength]);
}

/**
 * The reports of those numbers that have some, each with the feed that brought it. The publisher's own feed, where the
 * build names one, stands for the list that came with the extension once it is as new: what it removed is gone.
 */
export function readReports(db: ListDatabase, numbers: readonly string[]): Promise<Map<string, Report[]>> {
  // The pointers and all numbers in one transaction: an update that goes live meanwhile cannot mix two lists.
  return transact(db, ['meta', 'feeds', 'reported'], 'readonly', async (tx) => {
    const pointer = asPointer(await tx.objectStore('meta').get('live'));
    if (!pointer) throw emptyStore('reported');
    const feeds = await tx.objectStore('feeds').getAll();
    const replaced = feeds.some(
      ({ origin, live }) =>
        origin === 'default' && live && compareVersions(live.version, pointer.version) >= 0,
    );
    const places: Place[] = replaced ? [] : [{ generation: pointer.generation }];
    for (const { live } of feeds) {
      if (!live) continue;
      const { generation, name, contact } = live;
      places.push({ generation, feed: { name, ...(contact !== undefined && { contact }) } });
    }
    const reported = tx.objectStore('reported');
    const wanted = [...new Set(numbers)];
    const reports = new Map<string, Report[]>();
    await Promise.all(
      wanted.map(async (number) => {
        const found = await Promise.all(places.map(({ generation }) => reported.get([generation, number])));
        const said = new Set<string>();
        const known = found.flatMap((list, i) =>
          (list ?? []).flatMap((report) => {
            const key = gist(report);
            if (said.has(key) && i > 0) return [];
            said.add(key);
            const feed = places[i]?.feed;
            return [feed ? { ...report, feed } : report];
          }),
        );
        if (known.length > 0) reports.set(number, known);
      }),
    );
    return reports;
  });
}
