/**
 * The site pack: where messages lie on known sites. It chooses what is read of a page that is read anyhow. It holds
 * no hosts to be granted and no way into composers: those never enter a unit, whatever its selectors match.
 */
import * as v from 'valibot';
import { parseList } from './parse-list';
import { header, hostName, id, isoDate, keyedList, listOf, text } from './schema-parts';

/** A CSS selector: bounded, one line, and no braces, so that it stays a selector wherever it is put. */
const selector = v.pipe(
  text(240),
  v.regex(/^[^{};<@]+$/, 'is no plain selector'),
  v.check((value) => !/:has\(/i.test(value), 'uses :has(), which is too slow on busy pages'),
);
const selectors = listOf(selector, 12, 1);

/** Where an address stands: in an attribute of the element, or in its text where `attribute` is absent. */
const addressPlace = v.object({
  selector,
  attribute: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/, 'is no attribute name'))),
});

const siteEntry = v.pipe(
  v.object({
    id,
    /** Host names, exact; the entry serves these sites. */
    hosts: v.optional(listOf(hostName, 20, 1)),
    /** For self-hosted software: the entry serves a document where this matches. */
    detect: v.optional(selector),
    /** Elements that are one message, post, comment or bubble each. They may nest: the inner one is read apart. */
    unit: selectors,
    /** Inside the unit: the parts that are the message. Absent, or where none matches: the whole unit. */
    text: v.optional(selectors),
    /** The nearest ancestor of the unit that holds its sender. Absent: the document. */
    root: v.optional(selector),
    /** Inside the root: the sender's name; the first selector that matches. */
    senderName: v.optional(selectors),
    senderAddress: v.optional(addressPlace),
    /** Units that the reader wrote: the unit or one of its ancestors matches. */
    own: v.optional(selectors),
    /** Inside the unit: what must not be read as the message (times, buttons, quoted previews). */
    skip: v.optional(selectors),
    /** Where the selectors were seen, and when last. */
    source: text(200),
    date: v.optional(isoDate),
  }),
  v.check(
    (entry) => (entry.hosts === undefined) !== (entry.detect === undefined),
    'needs either hosts or detect',
  ),
);

const sitePack = v.object({
  ...header,
  sites: keyedList(siteEntry, 200, (entry) => entry.id),
});

export type SiteEntry = v.InferOutput<typeof siteEntry>;
export type SitePack = v.InferOutput<typeof sitePack>;

/** The site pack of a JSON value; throws ListError. */
export function parseSitePack(json: unknown): SitePack {
  return parseList('sitePack', sitePack, json);
}
