import { useState } from 'preact/hooks';
import type { EntryDraft } from '../../../lib/admin/reported/entry-draft';
import type { ImportResult, Mapping } from '../../../lib/admin/reported/import-table';
import type { AdminKey } from '../../../lib/i18n/admin';
import { MAX_ENTRIES } from '../../../lib/lists/reported/state';
import { Busy, type Work } from '../Busy';
import { FileButton } from '../FileButton';
import { useAdminText, type AdminText } from '../text';
import { faultText } from './fault-text';
import { ImportColumns, type ImportPreview } from './ImportColumns';
import { NO_REASON, ReasonFields, type ReasonDraft } from '../ReasonFields';

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
  readonly guess: (headings: readonly string[]) => Mapping;
  readonly onSheet: (sheet: number) => void;
  /** `head`: line of the row of headings, 0 where there is none. */
  readonly onRead: (mapping: Mapping, defaults: EntryDraft, head: number) => void;
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
      {preview && !result && !work && (
        <ImportColumns
          key={`${preview.name} ${preview.sheet}`}
          preview={preview}
          blank={props.blank}
          categories={props.categories}
          guess={props.guess}
          onSheet={props.onSheet}
          onRead={props.onRead}
        />
      )}
      {result && !work && <Result {...props} result={result} />}
      <button type="button" class="button" onClick={props.onCancel}>
        {text('cancel')}
      </button>
    </section>
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
