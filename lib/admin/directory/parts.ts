/**
 * The fields of each part of the directory, as a form shows them: one description for every part, so that a new field
 * of the schema is one line here. Pure.
 */
import type { Directory } from '../../lists/schema-directory';

export const PARTS = ['organisations', 'people', 'hotlines', 'domains', 'notices'] as const;
export type Part = (typeof PARTS)[number];

export type FieldKind =
  | 'text'
  | 'long'
  | 'localised'
  | 'localisedLong'
  | 'date'
  | 'url'
  | 'organisation'
  | 'choice'
  | 'words'
  | 'sentences'
  | 'contacts'
  | 'sources';

export interface FieldPlan {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly choices?: readonly string[];
}

const SOURCE: readonly FieldPlan[] = [
  { name: 'publisher', kind: 'text', required: true },
  { name: 'url', kind: 'url', required: true },
  { name: 'date', kind: 'date' },
];

const KINDS = [
  'department',
  'city',
  'ministry',
  'agency',
  'police',
  'emergency',
  'service',
  'carrier',
  'power',
  'bank',
];

/** The fields of an entry of each part, in the order of the form. */
export const FIELDS: Readonly<Record<Part, readonly FieldPlan[]>> = {
  organisations: [
    { name: 'id', kind: 'text', required: true },
    { name: 'name', kind: 'localised', required: true },
    { name: 'aliases', kind: 'words' },
    { name: 'kind', kind: 'choice', required: true, choices: KINDS },
    { name: 'validFrom', kind: 'date' },
    { name: 'validTo', kind: 'date' },
    { name: 'successor', kind: 'organisation' },
    { name: 'note', kind: 'localisedLong' },
  ],
  people: [
    { name: 'id', kind: 'text', required: true },
    { name: 'name', kind: 'text', required: true },
    { name: 'role', kind: 'localised', required: true },
    { name: 'organisation', kind: 'organisation', required: true },
    { name: 'asOf', kind: 'date', required: true },
    ...SOURCE,
  ],
  hotlines: [
    { name: 'number', kind: 'text', required: true },
    { name: 'organisation', kind: 'organisation', required: true },
    { name: 'purpose', kind: 'localised', required: true },
    { name: 'cost', kind: 'localised' },
    ...SOURCE,
    { name: 'validTo', kind: 'date' },
    { name: 'note', kind: 'localisedLong' },
  ],
  domains: [
    { name: 'domain', kind: 'text', required: true },
    { name: 'organisation', kind: 'organisation', required: true },
    { name: 'use', kind: 'choice', required: true, choices: ['web', 'mail', 'ending'] },
    { name: 'purpose', kind: 'localised', required: true },
    { name: 'page', kind: 'url' },
    ...SOURCE,
    { name: 'note', kind: 'localisedLong' },
  ],
  notices: [
    { name: 'id', kind: 'text', required: true },
    { name: 'title', kind: 'localised', required: true },
    { name: 'organisation', kind: 'organisation', required: true },
    { name: 'date', kind: 'date', required: true },
    { name: 'validFrom', kind: 'date' },
    { name: 'validTo', kind: 'date' },
    { name: 'signedBy', kind: 'text' },
    { name: 'summary', kind: 'localisedLong', required: true },
    { name: 'never', kind: 'sentences', required: true },
    { name: 'instead', kind: 'sentences', required: true },
    { name: 'todo', kind: 'sentences', required: true },
    { name: 'contacts', kind: 'contacts', required: true },
    { name: 'merger', kind: 'localisedLong' },
    { name: 'sources', kind: 'sources', required: true },
  ],
};

export type Entry = Directory[Part][number];

/** What tells an entry from the others of its part. */
export function keyOf(entry: object): string {
  const { id, number, domain } = entry as { id?: string; number?: string; domain?: string };
  return id ?? number ?? domain ?? '';
}
