/** Directories and packs of feeds beside those that came with the extension. Pure. */
import type { Localised } from '../i18n/translate';
import { packVersion } from './embedded';
import { ListError } from './list-error';
import { parseDirectory, type Directory } from './schema-directory';
import { parseSitePack, type SiteEntry, type SitePack } from './schema-site-pack';
import { contactsByNumber } from './standings';
import type { OfficialContact } from './standing';
import type { FeedDocuments } from './store';
import { compareVersions } from './versions';

/** What answers without any feed. */
export interface BaseLists {
  readonly directory: Directory;
  readonly sitePack: SitePack;
  readonly phrasePack: unknown;
}

export interface ListsOfFeeds extends BaseLists {
  /** The directory with what feeds add to it; the same object where they add nothing. */
  readonly widerDirectory: Directory;
  /** What feeds alone say of a number. */
  readonly claims: ReadonlyMap<string, readonly OfficialContact[]>;
  /** The feed behind each notice that is not the base's, by the notice's id. */
  readonly noticeFeeds: ReadonlyMap<string, Localised>;
}

/** A stored document that a newer version of this code no longer accepts is as good as none. */
function readOr<T>(parse: (json: unknown) => T, json: unknown): T | undefined {
  if (json === undefined) return undefined;
  try {
    return parse(json);
  } catch (error) {
    if (error instanceof ListError) return undefined;
    throw error;
  }
}

/** The entries of a feed's directory under ids of their own: they neither replace others nor are replaced. */
function underOwnIds(directory: Directory, feed: string): Directory {
  const own = (id: string) => `${feed.slice(0, 12)}.${id}`;
  const withId = <T extends { id: string; organisation?: string | undefined }>(entry: T): T => ({
    ...entry,
    id: own(entry.id),
    ...(entry.organisation !== undefined && { organisation: own(entry.organisation) }),
  });
  const ofOrganisation = <T extends { organisation: string }>(entry: T): T => ({
    ...entry,
    organisation: own(entry.organisation),
  });
  return {
    ...directory,
    organisations: directory.organisations.map((entry) => ({
      ...withId(entry),
      ...(entry.successor !== undefined && { successor: own(entry.successor) }),
    })),
    people: directory.people.map(withId),
    hotlines: directory.hotlines.map(ofOrganisation),
    sms: directory.sms.map(withId),
    domains: directory.domains.map(ofOrganisation),
    advice: directory.advice.map(withId),
    notices: directory.notices.map(withId),
  };
}

function joined(a: Directory, b: Directory): Directory {
  return {
    ...a,
    organisations: [...a.organisations, ...b.organisations],
    people: [...a.people, ...b.people],
    hotlines: [...a.hotlines, ...b.hotlines],
    sms: [...a.sms, ...b.sms],
    domains: [...a.domains, ...b.domains],
    advice: [...a.advice, ...b.advice],
    notices: [...a.notices, ...b.notices],
  };
}

/**
 * The site pack with a feed's selectors. A feed only says anew where messages lie on sites that are known: it adds no
 * entry and no host, cannot take more documents for its own, and what the reader wrote stays unread.
 */
export function withSelectors(base: SitePack, feed: SitePack): SitePack {
  const byId = new Map(feed.sites.map((entry) => [entry.id, entry]));
  const sites = base.sites.map((entry): SiteEntry => {
    const next = byId.get(entry.id);
    if (!next) return entry;
    const { site, kind, hosts, detect, frame, own, chrome, ...rest } = entry;
    return { ...rest, ...next, site, kind, hosts, detect, frame, own, chrome };
  });
  return { ...base, sites };
}

/**
 * Joins what feeds bring with what came with the extension. The publisher's own feed, where the build names one, stands
 * for the embedded directory once it is as new. Of packs the newer of embedded and feed's is in use.
 */
export function withFeeds(base: BaseLists, feeds: readonly FeedDocuments[]): ListsOfFeeds {
  let { directory, sitePack, phrasePack } = base;
  const others: { readonly name: Localised; readonly directory: Directory }[] = [];
  for (const { id, origin, name, documents } of feeds) {
    const brought = readOr(parseDirectory, documents.directory);
    if (brought && origin !== 'default') others.push({ name, directory: underOwnIds(brought, id) });
    else if (brought && compareVersions(brought.version, directory.version) >= 0) directory = brought;
    const selectors = readOr(parseSitePack, documents.sitePack);
    if (selectors && compareVersions(selectors.version, base.sitePack.version) >= 0) {
      sitePack = withSelectors(base.sitePack, selectors);
    }
    const pack = documents.phrasePack;
    if (pack !== undefined && compareVersions(packVersion(pack), packVersion(base.phrasePack)) >= 0) {
      phrasePack = pack;
    }
  }
  const claims = new Map<string, OfficialContact[]>();
  const noticeFeeds = new Map<string, Localised>();
  for (const { name, directory: other } of others) {
    for (const { id } of other.notices) noticeFeeds.set(id, name);
    for (const [number, contacts] of contactsByNumber(other)) {
      const said = contacts.map((contact) => ({ ...contact, feed: { name } }));
      claims.set(number, [...(claims.get(number) ?? []), ...said]);
    }
  }
  const widerDirectory = others.reduce((wide, other) => joined(wide, other.directory), directory);
  return { directory, sitePack, phrasePack, widerDirectory, claims, noticeFeeds };
}
