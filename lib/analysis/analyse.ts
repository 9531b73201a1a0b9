import { judgeUnit, type Context } from './judge-unit';
import { readUnit } from './read-unit';
import type { Unit, Verdict } from './types';

// The two halves, for callers that look numbers up between them.
export { judgeUnit, readUnit };

/**
 * Reads and judges one unit: numbers, phrasing, sender and standing give findings, reasons and a level. Pure and
 * synchronous; the caller brings the lists (`context.standing`), the compiled phrase pack and today's date. Never
 * throws, whatever the text; linear in its length. Texts over 20,000 UTF-16 units are read in windows, see readUnit.
 * Where the standings must be fetched first, call readUnit, look up `numbers`, then judgeUnit.
 */
export function analyse(unit: Unit, context: Context): Verdict {
  return judgeUnit(readUnit(unit, context.pack, context.directory), context);
}
