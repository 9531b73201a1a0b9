import { useMemo, useState } from 'preact/hooks';
import { EntryPage } from '../../../components/admin/reported/EntryPage';
import { Filters } from '../../../components/admin/reported/Filters';
import { PasteMany } from '../../../components/admin/reported/PasteMany';
import type { ReasonDraft } from '../../../components/admin/ReasonFields';
import { ReportGrid } from '../../../components/admin/reported/ReportGrid';
import { useAdminText } from '../../../components/admin/text';
import { WayBack } from '../../../components/admin/WayBack';
import { typedNumber, readPasted } from '../../../lib/admin/numbers';
import { draftOf } from '../../../lib/admin/reported/entry-draft';
import { bulkEdit } from '../../../lib/admin/reported/bulk';
import type { Edit, ReportedDraft } from '../../../lib/admin/reported/draft';
import { ReportTable, type Query, type SortKey } from '../../../lib/admin/reported/table';
import { saveEdit } from '../../../lib/admin/workspace';
import { readLine } from '../../../lib/lists/reported/state';
import { formatNumber } from '../../../lib/numbers/format';
import { BulkBar } from './BulkBar';
import type { DeskProps } from './Desk';
import { ImportPanel } from './ImportPanel';
import { undoOf, type Undo } from './undo';
import { blankEntry, hasCompactSet, officialOf, reasonOf, reasonsOf } from './workspace-facts';

type View =
  { readonly kind: 'table' | 'paste' | 'import' } | { readonly kind: 'entry'; readonly number?: string };

export type LastEdit = Undo<Edit, ReportedDraft>;

interface ReportedTabProps extends DeskProps {
  readonly lastEdit: LastEdit | undefined;
  readonly onEdited: (edit: LastEdit | undefined) => void;
}

/** The reported list: search, add, paste, import, change, take out; every edit can be undone. */
export function ReportedTab({ state, workspace, lastEdit, onEdited }: ReportedTabProps) {
  const text = useAdminText();
  const [view, setView] = useState<View>({ kind: 'table' });
  const [query, setQuery] = useState<Query>({ sort: 'number', descending: false });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { reported } = workspace;
  const { language } = state;
  const undo = undoOf(lastEdit, reported, workspace);
  const table = useMemo(() => new ReportTable(reported.rows()), [reported]);
  const found = useMemo(() => table.find({ ...query, language }), [table, query, language]);
  const officials = useMemo(() => officialOf(workspace), [workspace.drafts, workspace.open]);
  const official = (number: string) => officials.has(number);
  const { categories, publishers } = useMemo(() => table.choices(language), [table, language]);
  const blank = blankEntry(workspace);

  const write = async (edit: Edit, undoable = true) => {
    const saved = await state.run(text('work_save'), (store) => saveEdit(store, workspace, edit));
    if (!saved) return;
    state.setWorkspace(saved);
    onEdited(undoable ? { before: edit, after: edit.draft, over: workspace.open } : undefined);
    setChosen(new Set());
    setView({ kind: 'table' });
  };
  const because = (reason: ReasonDraft) => reasonOf(workspace, reason, new Date());

  const wayBack = (
    <WayBack
      done={
        undo && view.kind === 'table' ? text('undo_done', { count: undo.before.written.size }) : undefined
      }
      onUndo={() => undo && void write(reported.write(undo.before.undo), false)}
    />
  );
  if (view.kind === 'paste') {
    return (
      <>
        {wayBack}
        <PasteMany
          blank={blank}
          categories={categories}
          formatNumber={formatNumber}
          read={(value) =>
            readPasted(value, { official, listed: (number) => reported.linesOf(number).length > 0 })
          }
          onAdd={(entries, reason) => void write(reported.add(entries, because(reason)))}
          onCancel={() => setView({ kind: 'table' })}
        />
      </>
    );
  }
  if (view.kind === 'import') {
    return (
      <>
        {wayBack}
        <ImportPanel
          blank={blank}
          categories={categories}
          official={official}
          listed={(number, line) => reported.linesOf(number).includes(line)}
          onTake={(entries, reason) => void write(reported.add(entries, because(reason)))}
          onCancel={() => setView({ kind: 'table' })}
        />
      </>
    );
  }
  if (view.kind === 'entry') {
    const { number } = view;
    const lines = number === undefined ? [] : reported.linesOf(number);
    return (
      <>
        {wayBack}
        <EntryPage
          key={number}
          number={number}
          entries={lines.map((line) => ({ line, draft: draftOf(readLine(line)) }))}
          reasons={number === undefined ? [] : reasonsOf(workspace, number)}
          blank={blank}
          categories={categories}
          readNumber={(typed) => typedNumber(typed, official)}
          formatNumber={formatNumber}
          onSave={(one, next, reason) => void write(reported.set(new Map([[one, next]]), because(reason)))}
          onClose={() => setView({ kind: 'table' })}
        />
      </>
    );
  }
  const sortBy = (key: SortKey) =>
    setQuery({ ...query, sort: key, descending: query.sort === key && !query.descending });
  return (
    <>
      {wayBack}
      <div class="actions">
        <button type="button" class="button primary" onClick={() => setView({ kind: 'entry' })}>
          {text('entry_new')}
        </button>
        <button type="button" class="button" onClick={() => setView({ kind: 'paste' })}>
          {text('paste_title')}
        </button>
        <button type="button" class="button" onClick={() => setView({ kind: 'import' })}>
          {text('import_title')}
        </button>
      </div>
      {hasCompactSet(workspace) && (
        <p class="hint">
          {text('reported_compact')} <code>npm run feed -- import … --compact</code>
        </p>
      )}
      {table.size === 0 ? (
        <p class="panel">{text('reported_none')}</p>
      ) : (
        <>
          <Filters query={query} categories={categories} publishers={publishers} onQuery={setQuery} />
          <p role="status">{text('reported_found', { count: found.length, all: table.size })}</p>
          <BulkBar
            chosen={chosen}
            found={found.length}
            onAll={() => setChosen(new Set(Array.from(found, (at) => table.row(at).number)))}
            onNone={() => setChosen(new Set())}
            categories={categories}
            onEdit={(change, reason) => {
              const result = bulkEdit(chosen, (number) => reported.linesOf(number), change, categories);
              if ('problems' in result) return result.problems;
              void write(reported.set(result.lines, because(reason)));
              return [];
            }}
            onRemove={(reason) => void write(reported.remove(chosen, because(reason)))}
          />
          <ReportGrid
            count={found.length}
            row={(at) => table.row(found[at] ?? 0)}
            sort={query.sort ?? 'number'}
            descending={query.descending ?? false}
            onSort={sortBy}
            chosen={chosen}
            onChoose={(number, on) => {
              const next = new Set(chosen);
              if (on) next.add(number);
              else next.delete(number);
              setChosen(next);
            }}
            onOpen={(number) => setView({ kind: 'entry', number })}
            formatNumber={formatNumber}
          />
        </>
      )}
    </>
  );
}
