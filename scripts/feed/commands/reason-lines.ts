/** Why numbers and entries change, as commands print it. */
import { count } from '../call';
import { numbersOf } from '../number-set';
import { onOneLine } from '../printed';
import type { Logged } from '../reasons';

/** Numbers and entries of a reason that are shown for people; --json has all. */
const SHOWN = 8;

/** A reason as a line. `named`: with the numbers that it is about. */
export function reasonLine(reason: Logged, named = true): string {
  const { who, why, source, numbers, many, compact, told, entries = [] } = reason;
  const names = [
    ...numbers,
    ...entries.map(({ list, part, key }) => onOneLine(`${list} ${part} ${key}`.trim())),
  ];
  const some = names.slice(0, SHOWN).join(', ');
  const more = names.length > SHOWN ? ` and ${String(names.length - SHOWN)} more` : '';
  const which = `${[...(many === undefined ? [] : [count(many, 'number')]), ...(names.length > 0 ? [some + more] : [])].join(', ')}${compact ? ' (compact set)' : ''}`;
  const said = onOneLine([who, why].filter((text) => text !== '').join(': '));
  const ofBulk = !named && numbersOf(reason) === undefined ? `, of ${which} without their names` : '';
  const told_ = told ? `, told in its file${ofBulk}; nobody signed this` : ofBulk;
  return `  ${named ? `${which} - ` : ''}${said === '' ? 'no reason' : said}${source === '' ? '' : ` (${onOneLine(source)})`}${told_}`;
}

/** A reason without what nobody can read. */
export const shown = (reason: Logged) => ({ ...reason, packed: undefined, proposed: undefined });
