/** Reports of numbers from the lists that came with the extension and from every feed. */
import { keyOf } from './compact/number-key';
import { COUNT_CLASSES, unpackRecord } from './compact/record';
import type { LiveNumbers } from './feed-record';
import { asPointer } from './generation';
import { DamagedSet, type SetReader } from './set-read';
import type { AnyReport, Report, TalliedReport } from './standing';
import { emptyStore } from './store-error';
import type { ListDatabase } from './store-schema';
import { transact } from './transact';
import { compareVersions } from './versions';

interface Place {
  readonly generation: number;
  readonly feed?: Report['feed'];
  readonly numbers?: LiveNumbers | undefined;
}

/** What was found, and the generations whose compact set could not answer. */
export interface ReportsRead {
  readonly reports: Map<string, AnyReport[]>;
  readonly damaged: readonly number[];
}

/** The same report as published by two feeds is said once. */
function gist({ category, publisher, url, date, strength }: Report): string {
  return JSON.stringify([category, publisher, url, date, strength]);
}

/** From this class on many have reported a number. */
const MANY = COUNT_CLASSES.indexOf(10);

/** What a feed's compact set says of a number, with the feed as its publisher. */
function talliedReport(packed: number, numbers: LiveNumbers, feed: Report['feed']): TalliedReport {
  const { category, first, last, count, status } = unpackRecord(packed);
  const many = status === 'confirmed' || (status === 'reported' && count >= MANY);
  return {
    category: numbers.categories[category] ?? 'other',
    publisher: feed?.name.vi ?? '',
    date: last,
    strength: many ? 'strong' : 'weak',
    tally: { first, last, atLeast: COUNT_CLASSES[count] ?? 1, status },
    feed,
  };
}

/** The printed reports of a number in each of the places, in their order, each once. */
function printed(found: readonly (readonly Report[] | undefined)[], places: readonly Place[]): Report[] {
  const said = new Set<string>();
  return found.flatMap((list, i) =>
    (list ?? []).flatMap((report) => {
      const key = gist(report);
      if (said.has(key) && i > 0) return [];
      said.add(key);
      const feed = places[i]?.feed;
      return [feed ? { ...report, feed } : report];
    }),
  );
}

/**
 * The reports of those numbers that have some, each with the feed that brought it: printed ones first, then what the
 * compact sets count. The publisher's own feed, where the build names one, stands for the list that came with the
 * extension once it is as new: what it removed is gone. A damaged set is left out and named; all else answers.
 */
export function readReports(
  db: ListDatabase,
  sets: SetReader,
  numbers: readonly string[],
): Promise<ReportsRead> {
  // The pointers and all numbers in one transaction: an update that goes live meanwhile cannot mix two lists.
  return transact(db, ['meta', 'feeds', 'reported', 'sets', 'blocks'], 'readonly', async (tx) => {
    const [live, feeds] = await Promise.all([
      tx.objectStore('meta').get('live'),
      tx.objectStore('feeds').getAll(),
    ]);
    const pointer = asPointer(live);
    if (!pointer) throw emptyStore('reported');
    const replaced = feeds.some(
      ({ origin, scope, live }) =>
        origin === 'default' &&
        scope.includes('reported') &&
        live &&
        compareVersions(live.version, pointer.version) >= 0,
    );
    const places: Place[] = replaced ? [] : [{ generation: pointer.generation }];
    for (const { scope, live, damaged: spoiled } of feeds) {
      if (!live || !scope.includes('reported')) continue;
      const { generation, name, contact } = live;
      places.push({
        generation,
        feed: { name, ...(contact !== undefined && { contact }) },
        // Until the set comes anew it is not even tried: each try would plan the feed's next update anew.
        numbers: spoiled ? undefined : live.numbers,
      });
    }
    const keys = new Map([...new Set(numbers)].map((number) => [number, keyOf(number)]));
    const known = [...keys.values()].filter((key) => key !== undefined);
    const damaged: number[] = [];
    const find = async ({ generation, numbers: set }: Place): Promise<Map<number, number>> => {
      if (!set) return new Map();
      try {
        return await sets.find(tx, generation, known);
      } catch (error) {
        if (!(error instanceof DamagedSet)) throw error;
        damaged.push(generation);
        return new Map();
      }
    };
    const counted = Promise.all(places.map(find));
    const lists = Promise.all(
      places.map(({ generation }) => sets.printed.find(tx, generation, [...keys.keys()])),
    );
    const [found, tallies] = await Promise.all([lists, counted]);
    const reports = new Map<string, AnyReport[]>();
    [...keys].forEach(([number, key], i) => {
      const all: AnyReport[] = printed(
        found.map((list) => list[i]),
        places,
      );
      places.forEach(({ numbers: set, feed }, j) => {
        const packed = key === undefined ? undefined : tallies[j]?.get(key);
        if (packed !== undefined && set) all.push(talliedReport(packed, set, feed));
      });
      if (all.length > 0) reports.set(number, all);
    });
    return { reports, damaged };
  });
}
