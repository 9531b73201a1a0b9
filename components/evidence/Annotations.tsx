import { useState } from 'preact/hooks';
import { usePeopleText } from '../people-text';

interface AnnotationsProps {
  readonly notes: string;
  readonly numbers: readonly string[];
  /** Called when the person leaves a field that they changed. */
  readonly onChange: (notes: string, numbers: readonly string[]) => void;
}

const MAX_NOTES = 20_000;

/** Notes and numbers of a piece of evidence. */
export function Annotations({ notes, numbers, onChange }: AnnotationsProps) {
  const text = usePeopleText();
  const [words, setWords] = useState(notes);
  const [list, setList] = useState(numbers.join(', '));
  const changed = () =>
    onChange(
      words,
      list
        .split(/[,;\n]/)
        .map((one) => one.trim().slice(0, 40))
        .filter((one) => one !== '')
        .slice(0, 50),
    );
  return (
    <>
      <label class="field">
        {text('evidence_notes')}
        <textarea
          rows={2}
          maxLength={MAX_NOTES}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
          onChange={changed}
        />
      </label>
      <label class="field">
        {text('evidence_numbers')}
        <input
          autocomplete="off"
          maxLength={2_000}
          value={list}
          onInput={(event) => setList(event.currentTarget.value)}
          onChange={changed}
        />
      </label>
    </>
  );
}
