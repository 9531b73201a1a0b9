import type { SiteEntry } from './schema-site-pack';

/** What pages are told of one entry of the site pack: its selectors joined, so that no page has to. */
export interface PageSite extends Pick<
  SiteEntry,
  'site' | 'kind' | 'detect' | 'frame' | 'root' | 'senderName' | 'senderAddress' | 'senderProfile' | 'replyTo'
> {
  /** True where it serves by its host, and no `detect` must match. */
  readonly hosted: boolean;
  readonly unit: string;
  readonly text?: string | undefined;
  readonly own?: string | undefined;
  readonly skip?: string | undefined;
  readonly chrome?: string | undefined;
  /** All selectors that are used in a page, as one: parses where each does. */
  readonly all: string;
}

/** Joins the selectors of an entry; says nothing of its hosts and sources. */
export function pageSite(entry: SiteEntry): PageSite {
  const { site, kind, detect, frame, root, senderName, senderAddress, senderProfile, replyTo } = entry;
  const { unit, text, own, skip, chrome: surroundings } = entry;
  const places = [senderName, senderAddress, senderProfile, replyTo].map((place) => place?.selector);
  return {
    site,
    kind,
    detect,
    frame,
    root,
    senderName,
    senderAddress,
    senderProfile,
    replyTo,
    hosted: entry.hosts !== undefined,
    unit: unit.join(),
    text: text?.join(),
    own: own?.join(),
    skip: skip?.join(),
    chrome: surroundings?.join(),
    all: [unit, text, root, own, skip, surroundings, places].flat().filter(Boolean).join(),
  };
}
