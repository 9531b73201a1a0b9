/** The directory made ready for judging: who is protected under which names, and the official host names. */
import type { Localised } from '../../i18n/translate';
import type { Directory, Organisation } from '../../lists/schema-directory';
import { isStateKind, officialNames, type OfficialNames } from '../hosts/official-names';
import { NameTable } from './name-table';
import { OFFICES } from './offices';

/** An office that is gone. */
export interface Gone {
  /** The last day it stood, an ISO date as exact as the source. */
  readonly lastDay: string;
  readonly successor?: Localised | undefined;
}

/** Somebody in whose name scammers write. */
export interface Protected {
  readonly kind: 'person' | 'organisation' | 'office';
  readonly name: Localised;
  /** Writes from gov.vn. */
  readonly state: boolean;
  /** The directory's domains of it. */
  readonly domains: readonly string[];
  /** False where free mailboxes are in use, so that one says little. */
  readonly strict: boolean;
  readonly gone?: Gone | undefined;
}

export interface DirectoryIndex {
  readonly names: NameTable<Protected>;
  readonly official: OfficialNames;
}

/** The index of a directory; make it once for each version. O(directory). */
export function indexDirectory(directory: Directory): DirectoryIndex {
  const names = new NameTable<Protected>();
  const organisations = new Map(directory.organisations.map((one) => [one.id, one]));
  const domainsOf = (id: string) =>
    directory.domains
      .filter((one) => one.organisation === id && one.use !== 'ending')
      .map((one) => one.domain);
  const state = (organisation: Organisation | undefined) =>
    organisation !== undefined && isStateKind(organisation.kind);

  for (const { name, organisation } of directory.people)
    names.add(name, {
      kind: 'person',
      name: { vi: name, en: name },
      state: state(organisations.get(organisation)),
      domains: domainsOf(organisation),
      strict: true,
    });
  for (const organisation of directory.organisations) {
    const { id, name, aliases, kind, validTo, successor } = organisation;
    // A place is no sender: «Thành phố Cần Thơ» stands in many honest names.
    if (kind === 'city') continue;
    const next = successor === undefined ? undefined : organisations.get(successor)?.name;
    const entry: Protected = {
      kind: 'organisation',
      name,
      state: state(organisation),
      domains: domainsOf(id),
      strict: true,
      ...(validTo !== undefined && { gone: { lastDay: validTo, ...(next && { successor: next }) } }),
    };
    for (const spelt of [name.vi, name.en, ...(aliases ?? [])]) names.add(spelt, entry);
  }
  for (const { name, spelt, strict } of OFFICES)
    for (const one of spelt) names.add(one, { kind: 'office', name, state: true, domains: [], strict });
  return { names, official: officialNames(directory) };
}
