import { useMemo, useState } from 'preact/hooks';
import { EntryForm } from '../../../components/admin/directory/EntryForm';
import { EntryTable } from '../../../components/admin/directory/EntryTable';
import { TextField } from '../../../components/admin/Field';
import type { ReasonDraft } from '../../../components/admin/ReasonFields';
import { Reasons } from '../../../components/admin/Reasons';
import { useAdminText } from '../../../components/admin/text';
import { WayBack } from '../../../components/admin/WayBack';
import { useLocalised } from '../../../components/language';
import {
  findEntries,
  removeEntry,
  setEntry,
  type DirectoryProblem,
  type DirectoryResult,
} from '../../../lib/admin/directory/edit';
import { textAt, valuesOf } from '../../../lib/admin/directory/form-values';
import { keyOf, PARTS, type Entry, type Part } from '../../../lib/admin/directory/parts';
import type { DeskProps } from './Desk';
import { EntryPreview, isPreviewed, type PreviewOf } from './EntryPreview';
import { useDocument, type LastDocumentEdit } from './use-document';
import { directoryOf, editedPack, entryReasonsOf } from './workspace-facts';

/** The entry that is open in the form: one that is there, or a new one. */
interface OpenEntry {
  readonly entry: Entry | undefined;
}

interface DirectoryTabProps extends DeskProps {
  readonly lastEdit: LastDocumentEdit | undefined;
  readonly onEdited: (edit: LastDocumentEdit | undefined) => void;
}

/** The directory: organisations, protected people, hotlines, report messages, domains, advice, notices. */
export function DirectoryTab({ state, workspace, lastEdit, onEdited }: DirectoryTabProps) {
  const text = useAdminText();
  const local = useLocalised();
  const [part, setPart] = useState<Part>('hotlines');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<OpenEntry>();
  const [problem, setProblem] = useState<DirectoryProblem>();
  const [preview, setPreview] = useState<PreviewOf>();
  const directory = directoryOf(workspace);
  const pack = useMemo(() => editedPack(workspace), [workspace.open, workspace.drafts.phrasePack]);
  const names = new Map(directory.organisations.map(({ id, name }) => [id, local(name)] as const));

  const { save, undo } = useDocument({ state, workspace }, 'directory', {
    last: lastEdit,
    onEdited,
    onSaved: () => setOpened(undefined),
  });
  const take = (result: DirectoryResult, reason: ReasonDraft) => {
    if ('problem' in result) setProblem(result.problem);
    else void save(() => result.directory, reason);
  };
  const open = (entry: Entry | undefined) => {
    setProblem(undefined);
    setPreview(entry && isPreviewed(part) ? { directory, part, id: keyOf(entry) } : undefined);
    setOpened({ entry });
  };

  const wayBack = (
    <WayBack done={undo && !opened ? text('directory_saved') : undefined} onUndo={() => void undo?.()} />
  );
  if (opened) {
    const { entry } = opened;
    const result = (values: Parameters<typeof setEntry>[3]) =>
      setEntry(directory, part, entry, values, Date.now());
    return (
      <>
        {wayBack}
        <h2>
          {text(`directory_${part}`)}: {entry ? keyOf(entry) : text('state_added')}
        </h2>
        <EntryForm
          key={entry ? keyOf(entry) : ''}
          part={part}
          values={valuesOf(part, entry)}
          organisations={[...names]}
          problem={problem}
          onSave={(values, reason) => take(result(values), reason)}
          onRemove={entry && ((reason) => take(removeEntry(directory, part, entry, Date.now()), reason))}
          onCancel={() => setOpened(undefined)}
          onChange={(values) => {
            if (!isPreviewed(part)) return;
            const next = result(values);
            // While a field is wrong, the preview stays as it was.
            if ('directory' in next)
              setPreview({ directory: next.directory, part, id: textAt(values, 'id').trim() });
          }}
        />
        {entry && (
          <Reasons
            title={text('directory_why')}
            none={text('directory_why_unknown')}
            reasons={entryReasonsOf(workspace, { list: 'directory', part, key: keyOf(entry) })}
          />
        )}
        {preview && <EntryPreview {...preview} pack={pack} />}
      </>
    );
  }
  return (
    <>
      {wayBack}
      <div class="actions" role="group" aria-label={text('directory_parts')}>
        {PARTS.map((name) => (
          <button
            key={name}
            type="button"
            class="button"
            aria-pressed={name === part}
            onClick={() => setPart(name)}
          >
            {text(`directory_${name}`)}
          </button>
        ))}
      </div>
      <TextField label={text('filter_text')} value={search} onValue={setSearch} />
      <button type="button" class="button" onClick={() => open(undefined)}>
        {text('directory_add')}
      </button>
      <EntryTable
        part={part}
        entries={findEntries(directory, part, search)}
        organisationName={(id) => names.get(id) ?? id}
        onOpen={open}
      />
    </>
  );
}
