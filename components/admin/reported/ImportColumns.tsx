import { useState } from 'preact/hooks';
import { ENTRY_FIELDS, type EntryDraft } from '../../../lib/admin/reported/entry-draft';
import type { Mapping } from '../../../lib/admin/reported/import-table';
import { ChoiceField } from '../Field';
import { useAdminText } from '../text';
import { EntryFields } from './EntryFields';

export interface PreviewRow {
  /** Of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ImportPreview {
  readonly name: string;
  /** Sheets of a workbook, and the one that is looked at. */
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly sheet: number;
  /** The first rows of the file, headings and what stands above them among them. */
  readonly rows: readonly PreviewRow[];
  /** Place among the rows of the one that names the columns. */
  readonly head: number | undefined;
}

interface ImportColumnsProps {
  readonly preview: ImportPreview;
  /** The sheet that is chosen: it may still be on its way. */
  readonly sheet: number;
  /** What is being read: another sheet's first rows, or the whole file. What was typed here stays meanwhile. */
  readonly work?: 'sheet' | 'all' | undefined;
  readonly blank: EntryDraft;
  readonly categories: readonly string[];
  /** The columns that a row of headings names. */
  readonly guess: (headings: readonly string[]) => Mapping;
  readonly onSheet: (sheet: number) => void;
  /** `head`: line of the row of headings, 0 where there is none. */
  readonly onRead: (mapping: Mapping, defaults: EntryDraft, head: number) => void;
}

/** What was said of a preview; of another one it says nothing. */
interface Said {
  readonly of: ImportPreview;
  readonly head: number | undefined;
  readonly mapping: Mapping;
}

/** Rows that are shown around the headings. */
const SHOWN = 6;
/** Letters of a row in the choice of headings. */
const ROW_LETTERS = 60;

/** Which sheet, which row names the columns, which column is what. */
export function ImportColumns(props: ImportColumnsProps) {
  const text = useAdminText();
  const { preview, work, guess } = props;
  const { rows, sheets } = preview;
  const cellsOf = (at: number | undefined) => (at === undefined ? undefined : rows[at])?.cells ?? [];
  const guessed = (at: number | undefined): Said => ({ of: preview, head: at, mapping: guess(cellsOf(at)) });
  const [last, setSaid] = useState(() => guessed(preview.head));
  const said = last.of === preview ? last : guessed(preview.head);
  const { head, mapping } = said;
  const [defaults, setDefaults] = useState(props.blank);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const headings = head === undefined ? cellsOf(0) : cellsOf(head);
  const choices = [
    ['', text('import_no_column')] as const,
    ...Array.from({ length: width }, (_, at) => [String(at), `${at + 1}: ${headings[at] ?? ''}`] as const),
  ];
  return (
    <form
      // What has the focus keeps it while a sheet is looked at.
      hidden={work === 'all'}
      aria-busy={work !== undefined}
      onSubmit={(event) => {
        event.preventDefault();
        if (mapping.number !== undefined && !work)
          props.onRead(mapping, defaults, (head === undefined ? undefined : rows[head]?.line) ?? 0);
      }}
    >
      <p>{text('import_columns', { name: preview.name })}</p>
      {sheets.length > 1 && (
        <ChoiceField
          label={text('import_sheet')}
          value={String(props.sheet)}
          choices={sheets.map(
            (sheet, at) =>
              [String(at), text('import_sheet_rows', { name: sheet.name, count: sheet.rows })] as const,
          )}
          onValue={(value) => props.onSheet(Number(value))}
        />
      )}
      <ChoiceField
        label={text('import_head')}
        value={head === undefined ? '' : String(head)}
        choices={[
          ['', text('import_head_none')] as const,
          ...rows.map(({ line, cells }, at) => {
            const words = cells.filter((cell) => cell.trim() !== '').join(' | ');
            return [String(at), `${text('import_line', { line })} ${words.slice(0, ROW_LETTERS)}`] as const;
          }),
        ]}
        onValue={(value) => setSaid(guessed(value === '' ? undefined : Number(value)))}
      />
      <div class="table-scroll" tabIndex={0} role="region" aria-label={text('import_preview')}>
        <table aria-label={text('import_preview')}>
          <tbody>
            {rows.slice(0, (head ?? 0) + SHOWN).map(({ line, cells }, at) => (
              <tr key={line}>
                {cells.map((cell, column) =>
                  at === head ? (
                    <th key={column} scope="col">
                      {cell}
                    </th>
                  ) : (
                    <td key={column}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="filters">
        {(['number', ...ENTRY_FIELDS] as const).map((field) => (
          <ChoiceField
            key={field}
            label={text(`field_${field}`)}
            value={mapping[field] === undefined ? '' : String(mapping[field])}
            choices={choices}
            onValue={(value) => {
              const others = Object.entries(mapping).filter(([name]) => name !== field);
              const next = Object.fromEntries(value === '' ? others : [...others, [field, Number(value)]]);
              setSaid({ ...said, mapping: next });
            }}
          />
        ))}
      </div>
      <h3>{text('import_defaults')}</h3>
      <EntryFields
        draft={defaults}
        categories={props.categories}
        problems={[]}
        given={(field) => mapping[field] !== undefined}
        onDraft={setDefaults}
      />
      <button
        type="submit"
        class="button primary"
        disabled={mapping.number === undefined || work !== undefined}
      >
        {text('import_read')}
      </button>
    </form>
  );
}
