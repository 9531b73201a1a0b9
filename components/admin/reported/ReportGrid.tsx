import { useState } from 'preact/hooks';
import type { Row, SortKey } from '../../../lib/admin/reported/table';
import { categoryName } from '../../../lib/i18n/categories';
import { useLanguage, useLocalised } from '../../language';
import { useAdminText } from '../text';
import { useVirtualRows } from './use-virtual-rows';

/** Rows of one sheet: browsers stop at some 17 million pixels of height. */
export const SHEET = 200_000;
const COLUMNS: readonly SortKey[] = ['number', 'category', 'publisher', 'date', 'strength', 'state'];

export interface ReportGridProps {
  /** How many rows the query found. */
  readonly count: number;
  readonly row: (at: number) => Row;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly onSort: (key: SortKey) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (number: string, chosen: boolean) => void;
  readonly onOpen: (number: string) => void;
  readonly formatNumber: (number: string) => string;
}

/** The table of the reported list. */
export function ReportGrid(props: ReportGridProps) {
  const { count } = props;
  const text = useAdminText();
  const [sheet, setSheet] = useState(0);
  const sheets = Math.max(1, Math.ceil(count / SHEET));
  const current = Math.min(sheet, sheets - 1);
  const first = current * SHEET;
  return (
    <>
      <Rows {...props} first={first} shown={Math.min(SHEET, count - first)} />
      {sheets > 1 && (
        <nav class="actions" aria-label={text('grid_sheets')}>
          <button type="button" class="button" disabled={current === 0} onClick={() => setSheet(current - 1)}>
            {text('grid_before')}
          </button>
          <span>{text('grid_sheet', { sheet: current + 1, all: sheets })}</span>
          <button
            type="button"
            class="button"
            disabled={current + 1 >= sheets}
            onClick={() => setSheet(current + 1)}
          >
            {text('grid_next')}
          </button>
        </nav>
      )}
    </>
  );
}

function Rows(props: ReportGridProps & { readonly first: number; readonly shown: number }) {
  const { count, sort, descending, first, shown } = props;
  const text = useAdminText();
  const { scroller, items, height } = useVirtualRows(shown);
  return (
    <div class="grid" role="table" aria-label={text('tab_reported')} aria-rowcount={count + 1}>
      <div class="grid-row grid-head" role="row" aria-rowindex={1}>
        <span role="columnheader">{text('grid_choose')}</span>
        {COLUMNS.map((key) => (
          <span
            key={key}
            role="columnheader"
            aria-sort={key !== sort ? 'none' : descending ? 'descending' : 'ascending'}
          >
            <button type="button" class="grid-sort" onClick={() => props.onSort(key)}>
              {text(`grid_${key}`)}
              <span aria-hidden="true">{key !== sort ? '' : descending ? ' ▼' : ' ▲'}</span>
            </button>
          </span>
        ))}
      </div>
      {/* Scrolled by keys too: it takes the focus. */}
      <div class="grid-body" role="rowgroup" ref={scroller} tabIndex={0} aria-label={text('grid_rows')}>
        <div role="presentation" style={{ blockSize: `${String(height)}px`, position: 'relative' }}>
          {items.map((item) => (
            <div
              key={item.key}
              class="grid-line"
              role="presentation"
              style={{ transform: `translateY(${String(item.start)}px)` }}
            >
              <GridRow {...props} at={first + item.index} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function GridRow({
  at,
  row,
  chosen,
  onChoose,
  onOpen,
  formatNumber,
}: ReportGridProps & { readonly at: number }) {
  const text = useAdminText();
  const local = useLocalised();
  const language = useLanguage();
  const { number, entry, state } = row(at);
  const shown = formatNumber(number);
  return (
    <div class={`grid-row row-${state}`} role="row" aria-rowindex={at + 2}>
      <span role="cell">
        <input
          type="checkbox"
          checked={chosen.has(number)}
          aria-label={text('grid_choose_number', { number: shown })}
          onChange={(event) => onChoose(number, event.currentTarget.checked)}
        />
      </span>
      <span role="cell">
        <button type="button" class="link-button" onClick={() => onOpen(number)}>
          {shown}
        </button>
      </span>
      <span role="cell" title={local(entry.pretends)}>
        {categoryName(language, entry.category)}
      </span>
      <span role="cell" title={entry.publisher}>
        {entry.publisher}
      </span>
      <span role="cell">{entry.date}</span>
      <span role="cell">{text(`strength_${entry.strength}`)}</span>
      <span role="cell">{text(`state_${state}`)}</span>
    </div>
  );
}
