/** What the lists together say of a number. Pure. */
import type { Directory } from './schema-directory';
import type { ReportedEntry } from './schema-reported';
import { UNKNOWN, type AnyReport, type OfficialContact, type Report, type Standing } from './standing';

/** A line in use says more than one whose office is gone. */
function best(contacts: readonly OfficialContact[] | undefined): OfficialContact | undefined {
  return contacts?.find((contact) => contact.validTo === undefined) ?? contacts?.[0];
}

/**
 * The standing of a number from its directory contacts and its reports. A number in both is official in display
 * and spoofed by callers; neither takes the other away.
 * @param claims contacts that only feeds name: against a report or another contact they are told and weigh nothing, so
 *   that no feed takes the weight from a report
 */
export function standingOf(
  contacts: readonly OfficialContact[] | undefined,
  reports: readonly AnyReport[] | undefined,
  claims: readonly OfficialContact[] = [],
): Standing {
  const official = best(contacts);
  const reported = reports !== undefined && reports.length > 0;
  const others = claims.filter((claim) => claim.organisation.vi !== official?.organisation.vi);
  const said = others.length > 0 && { claims: others };
  if (official && reported) return { kind: 'both', official, reports, ...said };
  if (official) return { kind: 'official', official, ...said };
  if (reported) return { kind: 'reported', reports, ...said };
  const claimed = best(claims);
  if (!claimed) return UNKNOWN;
  const differing = claims.filter((claim) => claim.organisation.vi !== claimed.organisation.vi);
  return { kind: 'official', official: claimed, ...(differing.length > 0 && { claims: differing }) };
}

/** The directory's contacts by number. */
export function contactsByNumber(directory: Directory): Map<string, OfficialContact[]> {
  const names = new Map(directory.organisations.map((entry) => [entry.id, entry.name]));
  const contacts = new Map<string, OfficialContact[]>();
  for (const { number, organisation, purpose, publisher, url, date, validTo, note } of directory.hotlines) {
    const name = names.get(organisation);
    if (!name) continue;
    const contact: OfficialContact = {
      organisation: name,
      purpose,
      publisher,
      url,
      ...(date !== undefined && { date }),
      ...(validTo !== undefined && { validTo }),
      ...(note !== undefined && { note }),
    };
    contacts.set(number, [...(contacts.get(number) ?? []), contact]);
  }
  return contacts;
}

/** The reports by number, in the order of the list. */
export function reportsByNumber(entries: Iterable<ReportedEntry>): Map<string, Report[]> {
  const reports = new Map<string, Report[]>();
  for (const { number, ...report } of entries) {
    const known = reports.get(number);
    if (known) known.push(report);
    else reports.set(number, [report]);
  }
  return reports;
}
