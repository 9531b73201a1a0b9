/** What a feed says of itself: its name and contact, as published and as typed. Pure. */
import { utf8 } from '../../lists/feed/bytes';
import { readFeedInfo, type FeedInfo } from '../../lists/feed/content-schema';
import type { Files } from '../../lists/publish/proposal';
import { sameJson } from '../merge/three-way';

interface Typed {
  readonly vi: string;
  readonly en: string;
  readonly contact: string;
}

/** What a feed says of itself in its targets. Throws FeedError. */
export function infoIn(targets: Files): FeedInfo {
  return readFeedInfo(targets.get('feed.json') ?? new Uint8Array());
}

/** The feed's word of itself with another name or contact; undefined where it says the same. Throws FeedError. */
export function editedInfo(published: FeedInfo, typed: Typed): FeedInfo | undefined {
  const [vi, en, contact] = [typed.vi.trim(), typed.en.trim(), typed.contact.trim()];
  const next = { ...published, name: { vi, en: en || vi }, contact: contact || undefined };
  const read = readFeedInfo(utf8(JSON.stringify(next)));
  return sameJson(read, published) ? undefined : read;
}
