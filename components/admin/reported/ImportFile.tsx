import { useState } from 'preact/hooks';
import { ENTRY_FIELDS, type EntryDraft } from '../../../lib/admin/reported/entry-draft';
import type { ImportResult, Mapping } from '../../../lib/admin/reported/import-table';
import type { AdminKey } from '../../../lib/i18n/admin';
import { MAX_ENTRIES } from '../../../lib/lists/reported/state';
import { Busy, type Work } from '../Busy';
import { ChoiceField } from '../Field';
import { FileButton } from '../FileButton';
import { useAdminText, type AdminText } from '../text';
import { EntryFields } from './EntryFields';
import { faultText } from './fault-text';
import { NO_REASON, ReasonFields, type ReasonDraft } from '../ReasonFields';

export interface ImportPreview {
  readonly name: string;
  /** The first rows of the file, headings among them. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping: Mapping;
}

interface ImportFileProps {
  readonly preview?: ImportPreview | undefined;
  readonly result?: ImportResult | undefined;
  /** Rows of the result that the list has already, word for word. */
  readonly listed: number;
  readonly work?: Work | undefined;
  readonly problem?: AdminKey | undefined;
  readonly blank: EntryDraft;
  readonly categories: readonly string[];
  readonly formatNumber: (number: string) => string;
  readonly onFile: (file: File) => void;
  readonly onRead: (mapping: Mapping, defaults: EntryDraft) => void;
  readonly onTake: (reason: ReasonDraft) => void;
  readonly onCancel: () => void;
}

/** A file with many numbers: choose it, say which column is what, look at what comes of it, take it. */
export function ImportFile(props: ImportFileProps) {
  const text = useAdminText();
  const { preview, result, work } = props;
  return (
    <section class="panel">
      <h2>{text('import_title')}</h2>
      <p class="muted">{text('import_kinds')}</p>
      {!work && (
        <FileButton
          label={text('import_choose')}
          accept=".csv,.tsv,.txt,.xlsx,.json,.zip"
          onFile={props.onFile}
        />
      )}
      {props.problem && (
        <p class="problem" role="alert">
          {text(props.problem)}
        </p>
      )}
      <div role="status">
        {work && <Busy work={work} />}
        {result && !work && <p>{resultText(text, result)}</p>}
      </div>
      {preview && !result && !work && <Columns {...props} preview={preview} />}
      {result && !work && <Result {...props} result={result} />}
      <button type="button" class="button" onClick={props.onCancel}>
        {text('cancel')}
      </button>
    </section>
  );
}

function Columns(props: ImportFileProps & { readonly preview: ImportPreview }) {
  const text = useAdminText();
  const { preview } = props;
  const [mapping, setMapping] = useState(preview.mapping);
  const [defaults, setDefaults] = useState(props.blank);
  const [headings = []] = preview.rows;
  const choices = [
    ['', text('import_no_column')] as const,
    ...headings.map((heading, at) => [String(at), `${at + 1}: ${heading}`] as const),
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (mapping.number !== undefined) props.onRead(mapping, defaults);
      }}
    >
      <p>{text('import_columns', { name: preview.name })}</p>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={text('import_preview')}>
        <table aria-label={text('import_preview')}>
          <tbody>
            {preview.rows.slice(0, 6).map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
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
              setMapping(Object.fromEntries(value === '' ? others : [...others, [field, Number(value)]]));
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
      <button type="submit" class="button primary" disabled={mapping.number === undefined}>
        {text('import_read')}
      </button>
    </form>
  );
}

function Result({
  result,
  listed,
  formatNumber,
  onTake,
}: ImportFileProps & { readonly result: ImportResult }) {
  const text = useAdminText();
  const [reason, setReason] = useState<ReasonDraft>(NO_REASON);
  const { lines, duplicates, errors, left } = result;
  const faults = rowFaults(text, result);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onTake(reason);
      }}
    >
      {errors.length + left.length > 0 && (
        <details>
          <summary>{text('import_bad', { count: faults.length })}</summary>
          <ul class="row-reports">
            {faults.slice(0, MAX_ROWS).map(({ line, problems }) => (
              <li key={line}>
                {text('import_line', { line })} {problems.join('; ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {duplicates.length > 0 && (
        <details>
          <summary>{text('import_repeated', { count: duplicates.length })}</summary>
          <ul class="row-reports">
            {duplicates.slice(0, MAX_ROWS).map(({ line, of, number }) => (
              <li key={line}>
                {text('import_line', { line })}{' '}
                {text('import_same_as', { line: of, number: formatNumber(number) })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {listed > 0 && <p>{text('import_listed', { count: listed })}</p>}
      {lines.length > MAX_ENTRIES && <p class="problem">{text('import_too_many', { most: MAX_ENTRIES })}</p>}
      <ReasonFields reason={reason} onReason={setReason} />
      <button type="submit" class="button primary" disabled={lines.length === 0}>
        {text('import_take', { count: lines.length })}
      </button>
    </form>
  );
}

function resultText(text: AdminText, result: ImportResult): string {
  const { rows, lines, duplicates, left } = result;
  return text('import_result', {
    rows: rows + left.length,
    good: lines.length,
    repeated: duplicates.length,
    bad: rowFaults(text, result).length,
  });
}

/** Faulty and repeated rows that are shown one by one. */
const MAX_ROWS = 1_000;

interface RowFault {
  readonly line: number;
  readonly problems: readonly string[];
}

/** What is wrong with each row that was left out, in the order of lines. */
function rowFaults(text: AdminText, { errors, left }: ImportResult): RowFault[] {
  const faults = new Map<number, string[]>();
  const note = (line: number, problem: string) => {
    const known = faults.get(line);
    if (known) known.push(problem);
    else faults.set(line, [problem]);
  };
  for (const error of errors) note(error.line, faultText(text, error));
  for (const { line, why } of left) note(line, text(`number_${why}`));
  return [...faults].sort(([a], [b]) => a - b).map(([line, problems]) => ({ line, problems }));
}
