/** `history`: the publications that a folder knows, or why one number is listed. */
import { readHistory, type PublicationEntry } from '../history';
import { holds, numbersOf } from '../number-set';
import { readReasons, type Logged } from '../reasons';
import { reasonLine, shown } from './reason-lines';
import { count, type Answer, type Command } from '../call';
import type { FeedFolder } from '../folder';
import { oneNumber } from './given';

interface Counted {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

const counted = ({ added, removed, changed }: Counted) =>
  `${String(added)} new, ${String(removed)} removed, ${String(changed)} changed`;

const isOvertaken = ({ overtaken }: PublicationEntry) =>
  overtaken ? '; another publication took its place' : '';

function versionLines(entry: PublicationEntry) {
  const { version, at, signedBy, reported, compact, lists, reasons } = entry;
  const { added, removed, changed } = reported;
  const entries = { added: added.length, removed: removed.length, changed: changed.length };
  const isChanged = compact && compact.added + compact.removed + compact.changed > 0;
  return [
    `${version}  ${at.slice(0, 16)}  ${counted(entries)}; signed by ${signedBy.join(', ')}${isOvertaken(entry)}`,
    ...(isChanged ? [`  compact set: ${counted(compact)}`] : []),
    ...lists.map(({ list, part, ...parts }) => `  ${list} ${part}: ${counted(parts)}`),
    ...reasons.map((reason) => reasonLine(reason)),
  ];
}

const KINDS = ['added', 'removed', 'changed'] as const;

/** The reasons of a number: those that name it, else those of bulk changes that are told as a whole. */
function reasonsFor(number: string, reasons: readonly Logged[], compact: boolean): Logged[] {
  const some = reasons.filter((reason) => reason.compact === compact);
  const named = some.filter((reason) => holds(reason, number));
  return named.length > 0 ? named : some.filter((reason) => numbersOf(reason) === undefined);
}

/** What became of a number in a publication; undefined: nothing that is known here. */
function ofNumber(number: string, entry: PublicationEntry) {
  const { version, at, reported, compactNumbers, elsewhere, overtaken, reasons } = entry;
  const kind = KINDS.find((one) => reported[one].includes(number));
  // Versions of before its numbers were kept: the reasons tell which they were.
  const inCompact = compactNumbers
    ? KINDS.find((one) => holds(compactNumbers[one], number))
    : reasons.some((reason) => reason.compact && holds(reason, number))
      ? 'changed'
      : undefined;
  if (!kind && !inCompact) return undefined;
  const why = [
    ...(kind ? reasonsFor(number, reasons, false) : []),
    ...(inCompact ? reasonsFor(number, reasons, true) : []),
  ].map(shown);
  return { version, at, kind, compact: inCompact, elsewhere, overtaken, reasons: why };
}

type OfNumber = NonNullable<ReturnType<typeof ofNumber>>;

function numberLines({ version, at, kind, compact, elsewhere, overtaken, reasons }: OfNumber): string[] {
  const what = [...(kind ? [kind] : []), ...(compact ? [`${compact} in the compact set`] : [])].join(', ');
  const none = elsewhere ? ', published elsewhere: why is not known here' : ', no reason was given';
  const place = overtaken ? '; another publication took its place' : '';
  return [
    `${version}  ${at.slice(0, 16)}  ${what}${reasons.length === 0 ? none : ''}${place}`,
    ...reasons.map((reason) => reasonLine(reason, false)),
  ];
}

/** Why a number is listed, as far as this folder knows. */
export function aboutNumber(folder: FeedFolder, number: string): Answer {
  const versions = readHistory(folder).flatMap((entry) => ofNumber(number, entry) ?? []);
  const draft = readReasons(folder)
    .filter((reason) => holds(reason, number))
    .map(shown);
  const entries = (folder.hasDraft() && folder.draft().reported.get(number)?.length) || 0;
  return {
    lines: [
      `${number}: ${count(entries, 'entry', 'entries')} in the draft.`,
      ...versions.flatMap(numberLines),
      ...(draft.length > 0
        ? ['Not published yet:', ...draft.map((reason) => reasonLine(reason, false))]
        : []),
    ],
    data: { number, entries, versions, draft },
  };
}

export const history: Command = {
  writes: false,
  run({ folder, rest }) {
    // Without quotes a number comes in pieces.
    const text = rest.join(' ');
    if (text !== '') return Promise.resolve(aboutNumber(folder, oneNumber(text)));
    const [versions, draft] = [readHistory(folder), readReasons(folder)];
    return Promise.resolve({
      lines: [
        ...(versions.length === 0 ? ['Nothing was published since the history is kept.'] : []),
        ...versions.flatMap(versionLines),
        ...(draft.length > 0 ? ['Not published yet:', ...draft.map((reason) => reasonLine(reason))] : []),
      ],
      data: {
        versions: versions.map((entry) => ({
          ...entry,
          compactNumbers: undefined,
          reasons: entry.reasons.map(shown),
        })),
        draft: draft.map(shown),
      },
    });
  },
};
