import { PlaceError, type Condition, type Place } from '../../../../lib/admin/publish/destination';
import type { Bytes } from '../../../../lib/lists/feed/bytes';

/** A server in memory that may break off before or after a write. */
export class FakeServer implements Place {
  readonly files = new Map<string, { bytes: Bytes; tag: string }>();
  readonly written: string[] = [];
  private count = 0;
  breaksAt = Infinity;
  /** `unknown`: conditions that it answers by a refusal of the whole request. `bareTags`: it matches none in quotes. */
  constructor(
    readonly conditional: boolean,
    private readonly unknown: readonly Condition['kind'][] = [],
    private readonly bareTags = false,
  ) {}

  private matched(tag: string | undefined): string | undefined {
    return this.bareTags ? tag?.replaceAll('"', '') : tag;
  }

  read(path: string) {
    return Promise.resolve(this.files.get(path));
  }

  write(path: string, bytes: Bytes, condition: Condition): Promise<void> {
    if (this.unknown.includes(condition.kind))
      return Promise.reject(new PlaceError('ERR_PLACE_CONDITION', path));
    this.count += 1;
    if (this.count === this.breaksAt) return Promise.reject(new PlaceError('ERR_PLACE_NETWORK', path));
    const there = this.files.get(path);
    const refused =
      this.conditional &&
      ((condition.kind === 'absent' && there !== undefined) ||
        (condition.kind === 'tag' && this.matched(there?.tag) !== condition.tag));
    if (refused) return Promise.reject(new PlaceError('ERR_PLACE_CONFLICT', path));
    this.files.set(path, { bytes, tag: `"${String(this.count)}"` });
    this.written.push(path);
    return Promise.resolve();
  }
}
