import type { EvidenceRecord } from '../../lib/report/evidence/schema';
import { usePeopleText } from '../people-text';
import { Annotations } from './Annotations';
import { RecordView } from './RecordView';

export interface EvidenceItemEvents {
  readonly onAnnotate: (id: string, notes: string, numbers: readonly string[]) => void;
  readonly onFiles: (id: string, files: readonly File[]) => void;
  readonly onDelete: (id: string, deleted: boolean) => void;
}

interface EvidenceItemProps extends EvidenceItemEvents {
  readonly record: EvidenceRecord;
  readonly deleted: boolean;
}

/** One saved piece of evidence; after deleting, the way back. */
export function EvidenceItem(props: EvidenceItemProps) {
  const text = usePeopleText();
  return (
    <li class="evidence-item">
      {/* There before its words: only then are they read out. */}
      <p role="status">{props.deleted && text('evidence_deleted')}</p>
      {props.deleted ? (
        <p class="actions">
          <button type="button" class="button primary" onClick={() => props.onDelete(props.record.id, false)}>
            {text('evidence_undo')}
          </button>
        </p>
      ) : (
        <Kept {...props} />
      )}
    </li>
  );
}

function Kept({ record, onAnnotate, onFiles, onDelete }: EvidenceItemProps) {
  const text = usePeopleText();
  const { id, parts } = record;
  return (
    <>
      <RecordView record={record} />
      <Annotations
        key={`${record.notes}\n${record.numbers.join()}`}
        notes={record.notes}
        numbers={record.numbers}
        onChange={(notes, numbers) => onAnnotate(id, notes, numbers)}
      />
      {parts.length > 0 && (
        <div>
          <h3>{text('evidence_files')}</h3>
          <ul class="evidence-files">
            {parts.map((part) => (
              <li key={part.id}>
                <span dir="auto">{part.name}</span>{' '}
                <span class="muted">{Math.ceil(part.size / 1024)} kB</span>
                <p class="digest">{text('evidence_digest', { digest: part.sha256 })}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <label class="field">
        {text('evidence_add_file')}
        <input
          type="file"
          multiple
          accept="image/*,audio/*,video/*"
          onChange={(event) => {
            const input = event.currentTarget;
            onFiles(id, [...(input.files ?? [])]);
            input.value = '';
          }}
        />
      </label>
      <p class="actions">
        <button type="button" class="button" onClick={() => onDelete(id, true)}>
          {text('evidence_delete')}
        </button>
      </p>
    </>
  );
}
