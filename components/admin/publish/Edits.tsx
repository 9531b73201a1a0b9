import type { EntryReason, NumberEdit } from '../../../lib/admin/publish/draft-reasons';
import type { AdminKey } from '../../../lib/i18n/admin';
import { ReasonLine } from '../Reasons';
import { useAdminText, type AdminText } from '../text';
import { partName } from './summary';

/** Edits that are shown of each kind; the rest is counted. */
const SHOWN = 200;
/** A list of so many is open from the start. */
const SHORT = 20;

interface EditsProps {
  readonly numbers: readonly NumberEdit[];
  readonly entries: readonly EntryReason[];
  readonly formatNumber: (number: string) => string;
  /** The lists are closed, however short. */
  readonly closed?: boolean;
}

/** Each number and entry that changes, and who changed it why. */
export function Edits({ numbers, entries, formatNumber, closed = false }: EditsProps) {
  const text = useAdminText();
  const open = (length: number) => !closed && length <= SHORT;
  return (
    <>
      {(['added', 'removed', 'changed'] as const).map((kind) => {
        const all = numbers.filter((one) => one.kind === kind);
        if (all.length === 0) return null;
        return (
          <details key={kind} open={open(all.length)}>
            <summary>{text(`count_${kind}`, { count: all.length })}</summary>
            <ul>
              {all.slice(0, SHOWN).map((reason) => (
                <li key={reason.number}>
                  <strong>{formatNumber(reason.number)}</strong> <ReasonLine reason={reason} />
                </li>
              ))}
            </ul>
            <More count={all.length - SHOWN} />
          </details>
        );
      })}
      {entries.length > 0 && (
        <details open={open(entries.length)}>
          <summary>{text('count_entries', { count: entries.length })}</summary>
          <ul>
            {entries.slice(0, SHOWN).map((entry) => (
              <li key={`${entry.list} ${entry.part} ${entry.key}`}>
                <strong>{entryName(text, entry, formatNumber)}</strong> ({text(`edit_${entry.kind}`)}):{' '}
                <ReasonLine reason={entry.reason} />
              </li>
            ))}
          </ul>
          <More count={entries.length - SHOWN} />
        </details>
      )}
    </>
  );
}

function More({ count }: { readonly count: number }) {
  const text = useAdminText();
  return count > 0 ? <p class="muted">{text('review_more_entries', { count })}</p> : null;
}

const INFO_PARTS: Readonly<Record<string, AdminKey>> = {
  name: 'ceremony_name_vi',
  contact: 'ceremony_contact',
};

function entryName(
  text: AdminText,
  { list, part, key }: EntryReason,
  formatNumber: EditsProps['formatNumber'],
) {
  const info = list === 'info' ? INFO_PARTS[part] : undefined;
  const name = info ? text(info) : partName(text, part);
  if (key === '') return name;
  return `${name} ${part === 'hotlines' ? formatNumber(key) : key}`;
}
