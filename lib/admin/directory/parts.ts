/**
 * The fields of each part of the directory, as a form shows them: one description for every part, so that a new field
 * of the schema is one line here. Pure.
 */
import type { Directory } from '../../lists/schema-directory';

export const PARTS = ['organisations', 'people', 'hotlines', 'sms', 'domains', 'advice', 'notices'] as const;
export type Part = (typeof PARTS)[number];

export type FieldKind =
  | 'text'
  | 'localised'
  | 'localisedLong'
  | 'date'
  | 'url'
  | 'number'
  | 'organisation'
  | 'choice'
  /** Yes or no; yes for a new entry. */
  | 'tick'
  /** One a line. */
  | 'words'
  | 'numbers'
  | 'sentences'
  /** Entries inside the entry, each with fields of its own. */
  | 'rows';

export interface FieldPlan {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** Of rows: the fields of each. */
  readonly fields?: readonly FieldPlan[];
  /** Of rows: there is one at most, and the entry holds it without a list around it. */
  readonly single?: boolean;
  /** Ends of the label's key, where that is not the name. */
  readonly label?: string;
}

const SOURCE: readonly FieldPlan[] = [
  { name: 'publisher', kind: 'text', required: true },
  { name: 'url', kind: 'url', required: true },
  { name: 'date', kind: 'date' },
];

const CONTACT: readonly FieldPlan[] = [
  { name: 'label', kind: 'localised', required: true },
  { name: 'number', kind: 'number' },
  { name: 'printed', kind: 'tick' },
  { name: 'note', kind: 'localisedLong' },
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
    { name: 'number', kind: 'number', required: true },
    { name: 'organisation', kind: 'organisation', required: true },
    { name: 'purpose', kind: 'localised', required: true },
    { name: 'cost', kind: 'localised' },
    ...SOURCE,
    { name: 'validTo', kind: 'date' },
    { name: 'note', kind: 'localisedLong' },
  ],
  sms: [
    { name: 'id', kind: 'text', required: true },
    { name: 'syntax', kind: 'localised', required: true },
    { name: 'to', kind: 'numbers', required: true },
    { name: 'purpose', kind: 'localised', required: true },
    { name: 'cost', kind: 'localised' },
    ...SOURCE,
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
  advice: [
    { name: 'id', kind: 'text', required: true },
    { name: 'organisation', kind: 'organisation' },
    { name: 'text', kind: 'localisedLong', required: true },
    ...SOURCE,
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
    { name: 'contacts', kind: 'rows', required: true, fields: CONTACT },
    {
      name: 'letter',
      kind: 'rows',
      single: true,
      fields: [
        { name: 'number', kind: 'text', label: 'letter_number', required: true },
        { name: 'caution', kind: 'localisedLong', required: true },
      ],
    },
    { name: 'merger', kind: 'localisedLong' },
    {
      name: 'later',
      kind: 'rows',
      fields: [{ name: 'text', kind: 'localisedLong', required: true }, ...SOURCE],
    },
    { name: 'sources', kind: 'rows', required: true, fields: SOURCE },
  ],
};

export type Entry = Directory[Part][number];

/** What tells an entry from the others of its part. */
export function keyOf(entry: object): string {
  const { id, number, domain } = entry as { id?: string; number?: string; domain?: string };
  return id ?? number ?? domain ?? '';
}
