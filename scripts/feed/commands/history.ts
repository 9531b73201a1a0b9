/** `history`: the publications that a folder knows, or why one number is listed. */
import { readHistory, type PublicationEntry } from '../history';
import { readReasons, type Logged } from '../reasons';
import { count, type Answer, type Command } from '../call';
import type { FeedFolder } from '../folder';
import { oneNumber } from './given';

/** Numbers of a reason that are shown for people; --json has all. */
const SHOWN = 8;

interface Counted {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

const counted = ({ added, removed, changed }: Counted) =>
  `${String(added)} new, ${String(removed)} removed, ${String(changed)} changed`;

function reasonLine({ who, why, source, numbers, many, compact }: Logged, named = true): string {
  const some = numbers.slice(0, SHOWN).join(', ');
  const more = numbers.length > SHOWN ? ` and ${String(numbers.length - SHOWN)} more` : '';
  const which = `${many === undefined ? some + more : count(many, 'number')}${compact ? ' (compact set)' : ''}`;
  const said = [who, why].filter((text) => text !== '').join(': ');
  return `  ${named ? `${which} - ` : ''}${said === '' ? 'no reason' : said}${source === '' ? '' : ` (${source})`}`;
}

function versionLines({ version, at, signedBy, reported, compact, lists, reasons }: PublicationEntry) {
  const { added, removed, changed } = reported;
  const entries = { added: added.length, removed: removed.length, changed: changed.length };
  const isChanged = compact && compact.added + compact.removed + compact.changed > 0;
  return [
    `${version}  ${at.slice(0, 16)}  ${counted(entries)}; signed by ${signedBy.join(', ')}`,
    ...(isChanged ? [`  compact set: ${counted(compact)}`] : []),
    ...lists.map(({ list, part, ...parts }) => `  ${list} ${part}: ${counted(parts)}`),
    ...reasons.map((reason) => reasonLine(reason)),
  ];
}

/** What became of a number in a publication; undefined: nothing that is known here. */
function ofNumber(number: string, { version, at, reported, reasons }: PublicationEntry) {
  const kind = (['added', 'removed', 'changed'] as const).find((one) => reported[one].includes(number));
  const why = reasons.filter(({ numbers }) => numbers.includes(number));
  return kind || why.length > 0 ? { version, at, kind, reasons: why } : undefined;
}

function aboutNumber(folder: FeedFolder, number: string): Answer {
  const versions = readHistory(folder).flatMap((entry) => ofNumber(number, entry) ?? []);
  const draft = readReasons(folder).filter(({ numbers }) => numbers.includes(number));
  const entries = (folder.hasDraft() && folder.draft().reported.get(number)?.length) || 0;
  return {
    lines: [
      `${number}: ${count(entries, 'entry', 'entries')} in the draft.`,
      ...versions.flatMap(({ version, at, kind, reasons }) => [
        `${version}  ${at.slice(0, 16)}  ${kind ?? 'compact set'}${reasons.length === 0 ? ', no reason was given' : ''}`,
        ...reasons.map((reason) => reasonLine(reason, false)),
      ]),
      ...(draft.length > 0
        ? ['Not published yet:', ...draft.map((reason) => reasonLine(reason, false))]
        : []),
    ],
    data: { number, entries, versions, draft },
  };
}

export const history: Command = {
  writes: false,
  run({ folder, rest: [text] }) {
    if (text !== undefined) return Promise.resolve(aboutNumber(folder, oneNumber(text)));
    const [versions, draft] = [readHistory(folder), readReasons(folder)];
    return Promise.resolve({
      lines: [
        ...(versions.length === 0 ? ['Nothing was published since the history is kept.'] : []),
        ...versions.flatMap(versionLines),
        ...(draft.length > 0 ? ['Not published yet:', ...draft.map((reason) => reasonLine(reason))] : []),
      ],
      data: { versions, draft },
    });
  },
};
