/**
 * The site pack: where messages lie on known sites. It chooses what is read of a page that is read anyhow. It holds
 * no hosts to be granted and no way into composers: those never enter a unit, whatever its selectors match.
 */
import * as v from 'valibot';
import { parseList } from './parse-list';
import { header, hostName, id, isoDate, keyedList, listOf, text } from './schema-parts';

/** What no selector may name: where people write and where secrets stand. Those are never read, whatever a pack says. */
const WRITTEN =
  /textarea|\binput|contenteditable|contentEditable|textbox|searchbox|combobox|password|autocomplete|\[type|-editor|composer/i;
/** Parts of one selector, and selectors in one list: what a page may be asked to match on every change. */
const MAX_PARTS = 8;

/**
 * A CSS selector: bounded, one line, and no braces, so that it stays a selector wherever it is put. A list by commas is
 * one selector. Whether it parses is seen in the page, which leaves an entry with a broken one out.
 */
const selector = v.pipe(
  text(240),
  v.check((value) => !/[{};<@\\]/.test(value.replace(/\[[^[\]{};<]*\]/g, '')), 'is no plain selector'),
  v.check((value) => !/:has\(/i.test(value), 'uses :has(), which is too slow on busy pages'),
  v.check((value) => !/(^|[\s,>+~(])\*(?![=\w])/.test(value), 'uses *, which matches everything'),
  v.check((value) => !/~(?!=)/.test(value), 'uses the sibling combinator, which is too slow on long lists'),
  v.check(
    (value) => value.split(',').every((one) => one.trim().split(/[\s>+]+/).length <= MAX_PARTS),
    `has more than ${String(MAX_PARTS)} parts`,
  ),
);
/** A selector of what is read. */
const readable = v.pipe(
  selector,
  v.check((value) => !WRITTEN.test(value), 'names a place where people write'),
);
const leftOut = listOf(selector, 12, 1);
const read = listOf(readable, 12, 1);

/**
 * Where one value stands: in an attribute of the element, or in its text where `attribute` is absent. Attributes that
 * hold what a person typed are refused.
 */
const place = v.object({
  selector: readable,
  attribute: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z][a-z0-9-]{0,40}$/, 'is no attribute name'),
      v.check((value) => value !== 'value' && value !== 'srcdoc', 'may hold what a person typed'),
    ),
  ),
});

/** What the units of an entry are: the table in docs/sites.md and the rules for rows of a list go by it. */
export const UNIT_KINDS = ['mail', 'list', 'post', 'comment', 'message'] as const;

const siteEntry = v.pipe(
  v.object({
    id,
    /** The site's name; a site has an entry for each kind of unit, and all of them serve its pages. */
    site: text(40),
    kind: v.picklist(UNIT_KINDS),
    /** Host names, exact; the entry serves these sites where they are read anyhow. It grants none. */
    hosts: v.optional(listOf(hostName, 20, 1)),
    /** For self-hosted software: the entry serves a document where this matches. */
    detect: v.optional(selector),
    /** The entry serves only frames whose element in the page around them matches; the sender stands out there. */
    frame: v.optional(selector),
    /** Elements that are one message, post, comment or bubble each. They may nest: the inner one is read apart. */
    unit: read,
    /** Inside the unit: the parts that are the message. Absent, or where none matches: the whole unit. */
    text: v.optional(read),
    /**
     * The nearest ancestor of the unit that holds its sender. Absent: the unit, then (but for rows of a list) the document.
     * In a mail nothing counts: its sender wrote it. Of what matches in the root the first is asked.
     */
    root: v.optional(readable),
    /** The sender's name, address and page: the root itself or in it, the first element that matches. */
    senderName: v.optional(place),
    senderAddress: v.optional(place),
    senderProfile: v.optional(place),
    replyTo: v.optional(place),
    /** Units that the reader wrote: the unit or one of its ancestors matches. */
    own: v.optional(leftOut),
    /** Inside the unit: what must not be read as the message (times, buttons, quoted previews). */
    skip: v.optional(leftOut),
    /** Menus, sidebars and other parts of the site around its messages: nothing in them is read. */
    chrome: v.optional(leftOut),
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
