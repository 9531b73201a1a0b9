import { useEffect, useRef, useState } from 'preact/hooks';
import type { Work } from '../../../components/admin/Busy';
import type { ImportPreview, PreviewRow } from '../../../components/admin/reported/ImportColumns';
import { ImportFile } from '../../../components/admin/reported/ImportFile';
import type { ReasonDraft } from '../../../components/admin/ReasonFields';
import { useAdminText } from '../../../components/admin/text';
import { numbersIn } from '../../../lib/admin/numbers';
import type { EntryDraft } from '../../../lib/admin/reported/entry-draft';
import {
  entriesOf,
  guessMapping,
  TableImport,
  type ImportResult,
  type Mapping,
} from '../../../lib/admin/reported/import-table';
import { HEAD_ROWS, headRow } from '../../../lib/admin/reported/head-row';
import type { TakeRows } from '../../../lib/admin/reported/read-file';
import { firstFilled } from '../../../lib/admin/reported/read-workbook';
import type { AdminKey } from '../../../lib/i18n/admin';
import { ROW_FAULTS } from '../../../lib/lists/publish/csv-reader';
import { formatNumber } from '../../../lib/numbers/format';
import { fold } from '../../../lib/text/fold';
import { errorKey } from './error-text';
import { openTable, type TableFile } from './open-table';

interface ImportPanelProps {
  readonly blank: EntryDraft;
  readonly categories: readonly string[];
  readonly official: (number: string) => boolean;
  /** The draft has this entry of a number already. */
  readonly listed: (number: string, line: string) => boolean;
  readonly onTake: (entries: Iterable<readonly [number: string, line: string]>, reason: ReasonDraft) => void;
  readonly onCancel: () => void;
}

const folded = (heading: string) => fold(heading).text;

/** The import of a file: a look at its first rows, then all of it, with progress and a way to stop. */
export function ImportPanel({ blank, categories, official, listed, onTake, onCancel }: ImportPanelProps) {
  const text = useAdminText();
  const [preview, setPreview] = useState<ImportPreview>();
  const [result, setResult] = useState<ImportResult & { readonly listed: number }>();
  const [work, setWork] = useState<Work>();
  const [problem, setProblem] = useState<AdminKey>();
  const [empty, setEmpty] = useState<AdminKey>();
  /** The sheet that was chosen and is not looked at yet. */
  const [sheet, setSheet] = useState<number>();
  const asked = useRef<number>(undefined);
  const stop = useRef<AbortController>(undefined);
  const file = useRef<File>(undefined);
  /** The file as it is open: what was stopped is opened anew. */
  const opened = useRef<TableFile>(undefined);
  const close = () => {
    opened.current?.close();
    opened.current = undefined;
  };
  useEffect(
    () => () => {
      stop.current?.abort(new DOMException('left', 'AbortError'));
      opened.current?.close();
    },
    [],
  );

  const headings = {
    number: text('field_number'),
    date: text('field_date'),
    page: text('import_page'),
    message: text('import_message'),
  };
  const label = text('import_reading');
  /** Does what can be stopped; true where it came to its end. */
  const read = async (what: (table: TableFile, signal: AbortSignal) => Promise<void>) => {
    const source = file.current;
    if (!source) return false;
    const { signal } = (stop.current = new AbortController());
    setProblem(undefined);
    setEmpty(undefined);
    setWork({ label });
    try {
      opened.current ??= await openTable(source, headings, signal);
      await what(opened.current, signal);
      return true;
    } catch (error) {
      close();
      if (!signal.aborted) setProblem(errorKey(error).key);
      return false;
    } finally {
      setWork(undefined);
    }
  };
  const look = (chosen?: number) =>
    read(async (table, signal) => {
      const { sheets } = table;
      const at = chosen ?? firstFilled(sheets.map((one) => one.rows));
      const rows: PreviewRow[] = [];
      const take: TakeRows = (piece, first, _share, places) => {
        for (const [place, cells] of piece.slice(0, HEAD_ROWS - rows.length).entries())
          rows.push({ line: places?.[place]?.line ?? first + place, cells });
      };
      await table.read(take, signal, at, HEAD_ROWS);
      const head = headRow(rows.map(({ cells }) => cells));
      const name = file.current?.name ?? '';
      if (rows.length === 0) setEmpty(sheets.length > 1 ? 'import_sheet_empty' : 'import_file_empty');
      if (rows.length > 0 || sheets.length > 1) setPreview({ name, sheets, sheet: at, rows, head });
    });
  /** By keys one sheet is chosen after the other: each is looked at behind the one before, all but the last passed over. */
  const chooseSheet = async (chosen: number) => {
    const isLooking = asked.current !== undefined;
    asked.current = chosen;
    setSheet(chosen);
    if (isLooking) return;
    for (let at: number | undefined; at !== asked.current;) {
      at = asked.current;
      if (!(await look(at))) break;
    }
    asked.current = undefined;
    setSheet(undefined);
  };
  const choose = (chosen: File) => {
    close();
    file.current = chosen;
    setPreview(undefined);
    setResult(undefined);
    void look();
  };
  const readAll = async (mapping: Mapping, defaults: EntryDraft, head: number) => {
    const table = new TableImport({ mapping, defaults, numbersIn, official, categories });
    const done = await read((source, signal) =>
      source.read(
        (rows, first, share, places) => {
          for (const [at, cells] of rows.entries()) {
            const { line, fault } = places?.[at] ?? { line: first + at, fault: undefined };
            if (line <= head) continue;
            if (fault === undefined) table.push(line, cells);
            else table.refuse(line, ROW_FAULTS[fault], fault);
          }
          setWork({ label, done: share, all: 1 });
        },
        signal,
        preview?.sheet ?? 0,
      ),
    );
    if (!done) return;
    const finished = table.finish();
    let known = 0;
    for (const [number, line] of entriesOf(finished)) if (listed(number, line)) known += 1;
    setResult({ ...finished, listed: known });
  };
  return (
    <ImportFile
      preview={preview}
      result={result}
      listed={result?.listed ?? 0}
      formatNumber={formatNumber}
      work={work}
      problem={problem}
      empty={empty}
      sheet={sheet}
      blank={blank}
      categories={categories}
      guess={(row) => guessMapping(row, folded)}
      onFile={choose}
      onSheet={(chosen) => void chooseSheet(chosen)}
      onRead={(mapping, defaults, head) => void readAll(mapping, defaults, head)}
      onTake={(reason) => result && onTake(entriesOf(result), reason)}
      onCancel={() => {
        if (work) stop.current?.abort(new DOMException('stopped', 'AbortError'));
        else onCancel();
      }}
    />
  );
}
