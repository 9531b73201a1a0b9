import type { OpenFeed } from '../../../../lib/admin/open/read-feed';
import { prepare, type Prepared } from '../../../../lib/admin/publish/prepare';
import type { AdminStore } from '../../../../lib/admin/store';
import type { Workspace } from '../../../../lib/admin/workspace';
import type { Bytes } from '../../../../lib/lists/feed/bytes';
import { openAtDesk, storeWithKeys } from './desk';
import { ALL_ALLOWED, filesOf, newFeed, openFeed, signersOf, type TestFeed } from './feed';

/** A feed on a server in memory: An opens it at her desk, and a colleague publishes it too. */
export class SharedFeed {
  /** What lies on the server. */
  readonly live: Map<string, Bytes>;

  private constructor(
    readonly feed: TestFeed,
    readonly store: AdminStore,
  ) {
    this.live = new Map(feed.files);
  }

  /** A new feed whose keys An has. */
  static async make(): Promise<SharedFeed> {
    const feed = await newFeed();
    return new SharedFeed(feed, await storeWithKeys(feed));
  }

  /** What is live, verified. */
  open(): Promise<OpenFeed> {
    return openFeed(this.live, this.feed.fingerprint);
  }

  /** An's desk over what is live. */
  desk(): Promise<Workspace> {
    return openAtDesk(this.store, this.feed, this.live);
  }

  /** Puts up what was made over `open`. */
  async put(prepared: Prepared, open: OpenFeed): Promise<void> {
    for (const [path, bytes] of await filesOf(prepared, open)) this.live.set(path, bytes);
  }

  /** A colleague edits what is live, and publishes that. */
  async colleague(
    edit: (open: OpenFeed) => Pick<Workspace, 'reported' | 'drafts'>,
    now: number,
  ): Promise<void> {
    const open = await this.open();
    const signers = await signersOf(this.feed, 'An');
    const prepared = await prepare({ allowed: ALL_ALLOWED, open, signers, reasons: {}, now, ...edit(open) });
    await this.put(prepared, open);
  }
}
