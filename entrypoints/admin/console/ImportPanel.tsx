import { useRef, useState } from 'preact/hooks';
import type { Work } from '../../../components/admin/Busy';
import { ImportFile, type ImportPreview } from '../../../components/admin/reported/ImportFile';
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
import { readRows } from '../../../lib/admin/reported/read-file';
import type { AdminKey } from '../../../lib/i18n/admin';
import { formatNumber } from '../../../lib/numbers/format';
import { fold } from '../../../lib/text/fold';
import { errorKey } from './error-text';

interface ImportPanelProps {
  readonly blank: EntryDraft;
  readonly categories: readonly string[];
  readonly official: (number: string) => boolean;
  /** The draft has this entry of a number already. */
  readonly listed: (number: string, line: string) => boolean;
  readonly onTake: (entries: Iterable<readonly [number: string, line: string]>, reason: ReasonDraft) => void;
  readonly onCancel: () => void;
}

/** Rows that are looked at before the columns are named. */
const PREVIEW_ROWS = 20;

/** The import of a file: a look at its first rows, then all of it, with progress and a way to stop. */
export function ImportPanel({ blank, categories, official, listed, onTake, onCancel }: ImportPanelProps) {
  const text = useAdminText();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [result, setResult] = useState<ImportResult & { readonly listed: number }>();
  const [work, setWork] = useState<Work>();
  const [problem, setProblem] = useState<AdminKey>();
  const stop = useRef<AbortController>(undefined);

  const headings = {
    number: text('field_number'),
    date: text('field_date'),
    page: text('import_page'),
    message: text('import_message'),
  };
  const read = async (source: File, take: Parameters<typeof readRows>[1], signal: AbortSignal) => {
    setProblem(undefined);
    try {
      await readRows(source, take, signal, headings);
      return true;
    } catch (error) {
      if (!signal.aborted) setProblem(errorKey(error).key);
      return false;
    } finally {
      setWork(undefined);
    }
  };
  const look = async (chosen: File) => {
    const rows: (readonly string[])[] = [];
    const enough = (stop.current = new AbortController());
    setFile(chosen);
    setPreview(undefined);
    setResult(undefined);
    setWork({ label: text('import_reading') });
    await read(
      chosen,
      (piece) => {
        rows.push(...piece.slice(0, PREVIEW_ROWS - rows.length));
        if (rows.length >= PREVIEW_ROWS) enough.abort(new DOMException('enough', 'AbortError'));
      },
      enough.signal,
    );
    const mapping = guessMapping(rows[0] ?? [], (heading) => fold(heading).text);
    if (rows.length > 0) setPreview({ name: chosen.name, rows, mapping });
  };
  const readAll = async (mapping: Mapping, defaults: EntryDraft) => {
    if (!file) return;
    const table = new TableImport({ mapping, defaults, numbersIn, official });
    stop.current = new AbortController();
    const label = text('import_reading');
    setWork({ label, done: 0, all: 1 });
    const headed = preview?.rows[0]?.some((cell) => numbersIn(cell).length > 0) === false;
    const done = await read(
      file,
      (rows, first, share, places) => {
        rows.forEach((cells, at) => {
          const { line, fault } = places?.[at] ?? { line: first + at, fault: undefined };
          if (fault !== undefined) table.refuse(line, fault);
          else if (!headed || line > 1) table.push(line, cells);
        });
        setWork({ label, done: share, all: 1 });
      },
      stop.current.signal,
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
      blank={blank}
      categories={categories}
      onFile={(chosen) => void look(chosen)}
      onRead={(mapping, defaults) => void readAll(mapping, defaults)}
      onTake={(reason) => result && onTake(entriesOf(result), reason)}
      onCancel={() => {
        if (work) stop.current?.abort(new DOMException('stopped', 'AbortError'));
        else onCancel();
      }}
    />
  );
}
