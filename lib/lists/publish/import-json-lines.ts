/** Reported entries from one JSON object a line, as a feed's own files hold them. Pure. */
import * as v from 'valibot';
import { RowReader, type Imported, type RowOptions } from './import-rows';

const Row = v.looseObject({
  number: v.string(),
  category: v.optional(v.string()),
  pretends: v.optional(v.object({ vi: v.string(), en: v.string() })),
  authority: v.optional(v.string()),
  publisher: v.optional(v.string()),
  url: v.optional(v.string()),
  date: v.optional(v.string()),
  strength: v.optional(v.string()),
});

/** The entries of a text; a line that is none is a fault of its own. */
export function importJsonLines(text: string, options: RowOptions): Imported {
  const reader = new RowReader(options);
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      reader.refuse(i + 1, 'it is no JSON');
      return;
    }
    const row = v.safeParse(Row, json, { abortEarly: true });
    if (!row.success) {
      reader.refuse(i + 1, row.issues[0].message);
      return;
    }
    const { pretends, number, category, authority, publisher, url, date, strength } = row.output;
    reader.push(i + 1, {
      number,
      ...(category !== undefined && { category }),
      ...(pretends && { pretends_vi: pretends.vi, pretends_en: pretends.en }),
      ...(authority !== undefined && { authority }),
      ...(publisher !== undefined && { publisher }),
      ...(url !== undefined && { url }),
      ...(date !== undefined && { date }),
      ...(strength !== undefined && { strength }),
    });
  });
  return reader.finish();
}
