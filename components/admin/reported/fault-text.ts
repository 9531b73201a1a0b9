import type { RowError } from '../../../lib/lists/publish/import-rows';
import type { AdminText } from '../text';

/** What is wrong with a part of an entry, in words of a person who can mend it. */
export function faultText(text: AdminText, { field, fault, most }: RowError): string {
  if (!field)
    return text(fault === 'long' || fault === 'open' || fault === 'behind' ? `row_${fault}` : 'row_broken');
  const part = text(`field_${field}`);
  if (fault === 'missing') return text('part_missing', { part });
  if (fault === 'long' && most !== undefined) return text('part_long', { part, most });
  if (
    field === 'number' ||
    field === 'category' ||
    field === 'url' ||
    field === 'date' ||
    field === 'strength'
  )
    return text(`wrong_${field}`);
  return text('part_hidden', { part });
}
