import type { EvidenceRecord } from './schema';

/** True where every word of the query stands in the record: text, sender, page, notes, numbers, names of files. */
export function matchesSearch(record: EvidenceRecord, query: string): boolean {
  const words = bare(query).split(/\s+/);
  const { text, sender, page, notes, numbers, parts } = record;
  const names = parts.map(({ name }) => name);
  const all = bare([text, sender?.name, sender?.address, page, notes, ...numbers, ...names].join('\n'));
  // Numbers are found however they are grouped.
  const digits = all.replace(/[\s.()-]/g, '').replaceAll('+84', '0');
  return words.every((word) => all.includes(word) || (/^\d{3,}$/.test(word) && digits.includes(word)));
}

/** Without case and marks: people search as they type. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
