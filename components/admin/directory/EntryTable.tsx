import { keyOf, type Entry, type Part } from '../../../lib/admin/directory/parts';
import type { Localised } from '../../../lib/i18n/translate';
import { useLocalised } from '../../language';
import { useAdminText } from '../text';

interface EntryTableProps {
  readonly part: Part;
  readonly entries: readonly Entry[];
  readonly organisationName: (id: string) => string;
  readonly onOpen: (entry: Entry) => void;
}

type Named = {
  readonly name?: string | Localised;
  readonly purpose?: Localised;
  readonly title?: Localised;
  readonly text?: Localised;
};

/** The entries of one part of the directory. */
export function EntryTable({ entries, organisationName, onOpen }: EntryTableProps) {
  const text = useAdminText();
  const local = useLocalised();
  const title = (entry: Entry): string => {
    const { name, purpose, title: own, text: said } = entry as Named;
    if (typeof name === 'string') return name;
    const words = name ?? own ?? purpose ?? said;
    return words ? local(words) : '';
  };
  if (entries.length === 0) return <p class="panel">{text('directory_empty')}</p>;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={text('tab_directory')}>
      <table aria-label={text('tab_directory')}>
        <thead>
          <tr>
            <th scope="col">{text('directory_key')}</th>
            <th scope="col">{text('directory_title')}</th>
            <th scope="col">{text('part_organisation')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={keyOf(entry)}>
              <td>
                <button type="button" class="link-button" onClick={() => onOpen(entry)}>
                  {keyOf(entry)}
                </button>
              </td>
              <td>{title(entry)}</td>
              <td>
                {'organisation' in entry && entry.organisation !== undefined
                  ? organisationName(entry.organisation)
                  : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
