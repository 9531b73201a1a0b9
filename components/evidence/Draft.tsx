import { useState } from 'preact/hooks';
import type { EvidenceDraft } from '../../lib/report/evidence/draft';
import type { CropEdges } from '../../lib/report/crop';
import { usePeopleText } from '../people-text';
import { Annotations } from './Annotations';
import { CropBox } from './CropBox';
import { RecordView } from './RecordView';

interface DraftProps {
  readonly draft: EvidenceDraft;
  /** Address of the part that was cut out; the rest of the picture is gone then. */
  readonly cropped: string | undefined;
  readonly onCrop: (edges: CropEdges | undefined) => void;
  readonly onDrop: () => void;
  readonly onKeep: (notes: string, numbers: readonly string[]) => void;
  readonly onDiscard: () => void;
}

/** What is about to be saved, with the choice of the picture's part; from a private window only after a second yes. */
export function Draft({ draft, cropped, onCrop, onDrop, onKeep, onDiscard }: DraftProps) {
  const text = usePeopleText();
  const { record, screenshot } = draft;
  const [notes, setNotes] = useState<{ words: string; numbers: readonly string[] }>({
    words: record.notes,
    numbers: record.numbers,
  });
  return (
    <section class="draft" aria-labelledby="draft-title">
      <h2 id="draft-title">{text('evidence_draft')}</h2>
      <RecordView record={record} />
      {screenshot && cropped === undefined && (
        <>
          <CropBox picture={screenshot} onCrop={onCrop} onDrop={onDrop} />
          <p class="muted">{text('evidence_uncropped')}</p>
        </>
      )}
      {cropped !== undefined && (
        <figure>
          <img class="cropped" src={cropped} alt={text('evidence_cropped')} />
          <figcaption>{text('evidence_cropped')}</figcaption>
          <button type="button" class="button" onClick={() => onCrop(undefined)}>
            {text('evidence_crop_again')}
          </button>
        </figure>
      )}
      <Annotations
        notes={notes.words}
        numbers={notes.numbers}
        onChange={(words, numbers) => setNotes({ words, numbers })}
      />
      {draft.private && <p class="warning">{text('evidence_private')}</p>}
      <p class="actions">
        <button type="button" class="button primary" onClick={() => onKeep(notes.words, notes.numbers)}>
          {text(draft.private ? 'evidence_private_yes' : 'evidence_keep')}
        </button>
        <button type="button" class="button" onClick={onDiscard}>
          {text('evidence_discard')}
        </button>
      </p>
    </section>
  );
}
