/** Why numbers change, as commands print it. */
import { count } from '../call';
import { numbersOf } from '../number-set';
import { onOneLine } from '../printed';
import type { Logged } from '../reasons';

/** Numbers of a reason that are shown for people; --json has all. */
const SHOWN = 8;

/** A reason as a line. `named`: with the numbers that it is about. */
export function reasonLine(reason: Logged, named = true): string {
  const { who, why, source, numbers, many, compact, told } = reason;
  const some = numbers.slice(0, SHOWN).join(', ');
  const more = numbers.length > SHOWN ? ` and ${String(numbers.length - SHOWN)} more` : '';
  const which = `${many === undefined ? some + more : count(many, 'number')}${compact ? ' (compact set)' : ''}`;
  const said = onOneLine([who, why].filter((text) => text !== '').join(': '));
  const ofBulk = !named && numbersOf(reason) === undefined ? `, of ${which} without their names` : '';
  const told_ = told ? `, told in its file${ofBulk}; nobody signed this` : ofBulk;
  return `  ${named ? `${which} - ` : ''}${said === '' ? 'no reason' : said}${source === '' ? '' : ` (${onOneLine(source)})`}${told_}`;
}

/** A reason without what nobody can read. */
export const shown = (reason: Logged) => ({ ...reason, packed: undefined, proposed: undefined });
