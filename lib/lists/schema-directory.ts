/** The directory: organisations, protected people, hotlines, domains, notices. Dates are inclusive. */
import * as v from 'valibot';
import { parseList } from './parse-list';
import { dateParts, earliest, latest } from './dates';
import * as p from './schema-parts';

const validity = { validFrom: v.optional(p.isoDate), validTo: v.optional(p.isoDate) };
const note = v.optional(p.localisedText(600));
const organisationId = p.id;

const organisation = v.object({
  id: p.id,
  name: p.localisedText(200),
  /** Other names in use, such as `Sở TT&TT`. */
  aliases: v.optional(p.listOf(p.text(120), 20)),
  kind: v.picklist(
    [
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
    ],
    'is no known kind',
  ),
  ...validity,
  /** Id of the organisation that took over. */
  successor: v.optional(organisationId),
  note,
});

const person = v.object({
  id: p.id,
  name: p.text(120),
  role: p.localisedText(200),
  organisation: organisationId,
  /** The day for which the source gives the role; later holders may differ. */
  asOf: p.isoDate,
  ...p.source,
});

const hotline = v.object({
  number: p.numberKey,
  organisation: organisationId,
  purpose: p.localisedText(300),
  cost: v.optional(p.localisedText(120)),
  ...p.source,
  validTo: v.optional(p.isoDate),
  note,
});

const sms = v.object({
  id: p.id,
  /** The message to send, such as `LD (số điện thoại) (nội dung)`. */
  syntax: p.localisedText(160),
  /** Numbers that take it. */
  to: p.listOf(p.numberKey, 4, 1),
  purpose: p.localisedText(300),
  cost: v.optional(p.localisedText(120)),
  ...p.source,
  note,
});

const domain = v.object({
  domain: p.hostName,
  organisation: organisationId,
  /** web and mail: the name itself; ending: names below it belong to such bodies. */
  use: v.picklist(['web', 'mail', 'ending'], 'is no known use'),
  purpose: p.localisedText(300),
  /** A page of the domain worth opening. */
  page: v.optional(p.httpsUrl),
  ...p.source,
  note,
});

const advice = v.object({
  id: p.id,
  organisation: v.optional(organisationId),
  text: p.localisedText(600),
  ...p.source,
});

const sentences = p.listOf(p.localisedText(600), 20, 1);

const contact = v.object({
  label: p.localisedText(200),
  /** Absent where the notice names an office without a number, such as the nearest police. */
  number: v.optional(p.numberKey),
  /** True where the notice itself prints it; the others stand beside it. */
  printed: v.boolean(),
  note,
});

/** False where the last day comes before the first one. */
function endsAfterBegin({
  validFrom,
  validTo,
}: {
  validFrom?: string | undefined;
  validTo?: string | undefined;
}) {
  const [from, to] = [validFrom, validTo].map((day) => (day === undefined ? undefined : dateParts(day)));
  if (!from || !to) return true;
  const sortable = (day: readonly number[]) => day.map((part) => String(part).padStart(4, '0')).join();
  return sortable(earliest(from)) <= sortable(latest(to));
}

const noticeFields = v.object({
  id: p.id,
  title: p.localisedText(200),
  organisation: organisationId,
  date: p.isoDate,
  signedBy: v.optional(p.text(120)),
  letter: v.optional(v.object({ number: p.text(60), caution: p.localisedText(400) })),
  summary: p.localisedText(1200),
  never: sentences,
  instead: sentences,
  todo: sentences,
  contacts: p.listOf(contact, 20, 1),
  /** What the reader must know today, such as a merger. */
  merger: v.optional(p.localisedText(600)),
  /** What came after, oldest first. */
  later: v.optional(p.listOf(v.object({ text: p.localisedText(600), ...p.source }), 20)),
  sources: p.listOf(v.object(p.source), 12, 1),
  /** The days on which people are shown it; readers of before 2026-11-29 pass these over and show it always. */
  ...validity,
});
const notice = v.pipe(
  noticeFields,
  v.check((entry) => endsAfterBegin(entry), 'ends before it begins'),
);

const byId = (entry: { id: string }) => entry.id;

/** The directory as a whole; a form of the console is held against it, field by field. */
export const directorySchema = v.pipe(
  v.object({
    ...p.header,
    organisations: p.keyedList(organisation, 2000, byId),
    people: p.keyedList(person, 2000, byId),
    hotlines: p.keyedList(hotline, 5000, (entry) => entry.number),
    sms: p.keyedList(sms, 100, byId),
    domains: p.keyedList(domain, 5000, (entry) => entry.domain),
    advice: p.keyedList(advice, 200, byId),
    notices: p.keyedList(notice, 100, byId),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const list = dataset.value;
    const known = new Set(list.organisations.map((entry) => entry.id));
    const used: (readonly [string, string | undefined])[] = [
      ...list.organisations.map((entry) => ['organisations', entry.successor] as const),
      ...list.people.map((entry) => ['people', entry.organisation] as const),
      ...list.hotlines.map((entry) => ['hotlines', entry.organisation] as const),
      ...list.domains.map((entry) => ['domains', entry.organisation] as const),
      ...list.advice.map((entry) => ['advice', entry.organisation] as const),
      ...list.notices.map((entry) => ['notices', entry.organisation] as const),
    ];
    for (const [part, name] of used) {
      if (name === undefined || known.has(name)) continue;
      const path = { type: 'object', origin: 'value', input: { ...list }, key: part, value: name } as const;
      addIssue({ message: `names ${name}, which is no organisation of the list`, path: [path] });
    }
  }),
);

export type Directory = v.InferOutput<typeof directorySchema>;
export type Organisation = v.InferOutput<typeof organisation>;
export type Hotline = v.InferOutput<typeof hotline>;
export type SmsSyntax = v.InferOutput<typeof sms>;
export type Notice = v.InferOutput<typeof notice>;

/** The directory of a JSON value; throws ListError. */
export function parseDirectory(json: unknown): Directory {
  return parseList('directory', directorySchema, json);
}
