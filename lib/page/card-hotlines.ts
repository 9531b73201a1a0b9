/** The lines that a card offers. Pure. */
import type { Directory } from '../lists/schema-directory';
import { contactsByNumber } from '../lists/standings';
import type { HotlineContact } from './views';

/** The notice's own, the police, the national report lines. */
export const CARD_LINES = ['+842923899588', '+842923811502', '113', '156'];

/** Those of the lines that the directory has. */
export function cardHotlines(directory: Directory): HotlineContact[] {
  const contacts = contactsByNumber(directory);
  return CARD_LINES.flatMap((number): HotlineContact[] => {
    const contact = contacts.get(number)?.[0];
    return contact ? [{ ...contact, number }] : [];
  });
}
