import type { SiteEntry } from '../lists/schema-site-pack';

/** A site's selectors, joined for use in a page. */
export interface SiteRules {
  readonly id: string;
  readonly unit: string;
  readonly text?: string | undefined;
  readonly senderName?: string | undefined;
  readonly senderAddress?: { readonly selector: string; readonly attribute?: string | undefined } | undefined;
  readonly root?: string | undefined;
  readonly own?: string | undefined;
  readonly skip?: string | undefined;
}

/** The rules of a site pack's entry. */
export function compileRules(entry: SiteEntry): SiteRules {
  const join = (selectors: readonly string[] | undefined) => selectors?.join(',');
  return {
    id: entry.id,
    unit: entry.unit.join(','),
    text: join(entry.text),
    senderName: join(entry.senderName),
    senderAddress: entry.senderAddress,
    root: entry.root,
    own: join(entry.own),
    skip: join(entry.skip),
  };
}

/** The entry that serves a document: the host's own, else the first whose `detect` matches. */
export function chooseRules(entries: readonly SiteEntry[], document: Document): SiteRules | undefined {
  const entry = entries.find(
    (one) => one.detect === undefined || document.querySelector(one.detect) !== null,
  );
  return entry && compileRules(entry);
}
