/** Printed reports of numbers, from the lists of single entries. */
import type { IDBPTransaction } from 'idb';
import { everythingOf } from './generation';
import type { Report } from './standing';
import type { ListSchema } from './store-schema';

/** Generations of which it is remembered which numbers they have: those with at most so many. */
const SMALL = 2000;
const REMEMBERED = 8;

type Reading = Pick<IDBPTransaction<ListSchema, readonly ['reported']>, 'objectStore'>;

/** Which numbers have printed reports, kept for each generation that was asked about. */
export class PrintedReports {
  // A generation never changes once it is live, and its number is never given twice.
  private readonly known = new Map<number, ReadonlySet<string> | 'many'>();

  private async numbersOf(tx: Reading, generation: number): Promise<ReadonlySet<string> | 'many'> {
    let numbers = this.known.get(generation);
    if (!numbers) {
      const keys = await tx.objectStore('reported').getAllKeys(everythingOf(generation), SMALL + 1);
      numbers = keys.length > SMALL ? 'many' : new Set(keys.map(([, number]) => number));
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(generation, numbers);
    }
    return numbers;
  }

  /** The reports of a generation, for each of the numbers; undefined where there are none. */
  async find(
    tx: Reading,
    generation: number,
    numbers: readonly string[],
  ): Promise<(readonly Report[] | undefined)[]> {
    const known = await this.numbersOf(tx, generation);
    const reported = tx.objectStore('reported');
    return Promise.all(
      numbers.map(async (number) =>
        known === 'many' || known.has(number) ? reported.get([generation, number]) : undefined,
      ),
    );
  }
}
