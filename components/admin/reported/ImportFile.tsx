import { useMemo, useState } from 'preact/hooks';
import type { EntryDraft } from '../../../lib/admin/reported/entry-draft';
import type { ImportResult, Mapping } from '../../../lib/admin/reported/import-table';
import type { AdminKey } from '../../../lib/i18n/admin';
import { MAX_ENTRIES } from '../../../lib/lists/reported/state';
import { Busy, type Work } from '../Busy';
import { FileButton } from '../FileButton';
import { useAdminText, type AdminText } from '../text';
import { faultText } from './fault-text';
import { faultyRows, type FaultyRows } from './faulty-rows';
import { ImportColumns, type ImportPreview } from './ImportColumns';
import { NO_REASON, ReasonFields, type ReasonDraft } from '../ReasonFields';

interface ImportFileProps {
  readonly preview?: ImportPreview | undefined;
  readonly result?: ImportResult | undefined;
  /** Rows of the result that the list has already, word for word. */
  readonly listed: number;
  readonly work?: Work | undefined;
  readonly problem?: AdminKey | undefined;
  /** Why there is nothing to read, though nothing went wrong. */
  readonly empty?: AdminKey | undefined;
  /** The sheet that is being looked at instead of the preview's. */
  readonly sheet?: number | undefined;
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
  const { preview, result, work, empty, sheet } = props;
  const faulty = useMemo(() => result && faultyRows(result, MAX_ROWS), [result]);
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
        {empty && !work && <p>{text(empty)}</p>}
        {result && faulty && !work && <p>{resultText(text, result, faulty.count)}</p>}
      </div>
      {preview && !result && (
        <ImportColumns
          preview={preview}
          sheet={sheet ?? preview.sheet}
          work={!work ? undefined : sheet === undefined ? 'all' : 'sheet'}
          blank={props.blank}
          categories={props.categories}
          guess={props.guess}
          onSheet={props.onSheet}
          onRead={props.onRead}
        />
      )}
      {result && faulty && !work && <Result {...props} result={result} faulty={faulty} />}
      <button type="button" class="button" onClick={props.onCancel}>
        {text('cancel')}
      </button>
    </section>
  );
}

function Result({
  result,
  faulty,
  listed,
  formatNumber,
  onTake,
}: ImportFileProps & { readonly result: ImportResult; readonly faulty: FaultyRows }) {
  const text = useAdminText();
  const [reason, setReason] = useState<ReasonDraft>(NO_REASON);
  const { lines, duplicates } = result;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onTake(reason);
      }}
    >
      {faulty.count > 0 && (
        <details>
          <summary>{text('import_bad', { count: faulty.count })}</summary>
          <ul class="row-reports" tabIndex={0}>
            {faulty.first.map(({ line, faults }) => (
              <li key={line}>
                {text('import_line', { line })}{' '}
                {faults
                  .map((one) => ('why' in one ? text(`number_${one.why}`) : faultText(text, one)))
                  .join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {duplicates.length > 0 && (
        <details>
          <summary>{text('import_repeated', { count: duplicates.length })}</summary>
          <ul class="row-reports" tabIndex={0}>
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

function resultText(text: AdminText, result: ImportResult, bad: number): string {
  const { rows, lines, duplicates, left } = result;
  return text('import_result', {
    rows: rows + left.length,
    good: lines.length,
    repeated: duplicates.length,
    bad,
  });
}

/** Faulty and repeated rows that are shown one by one. */
const MAX_ROWS = 1_000;
