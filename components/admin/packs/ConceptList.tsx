import { useState } from 'preact/hooks';
import type { Concept } from '../../../lib/phrasing/pack-schema';
import { useLocalised } from '../../language';
import { TextField } from '../Field';
import { useAdminText } from '../text';

interface ConceptListProps {
  readonly concepts: readonly Concept[];
  /** Phrases that the draft adds to a concept. */
  readonly added: (id: string) => readonly string[];
  readonly problem?: { readonly id: string; readonly text: string } | undefined;
  readonly onAdd: (id: string, phrase: string) => void;
  readonly onRemove: (id: string, phrase: string) => void;
}

/** Every concept with its reason, examples and words, and a field for another phrase. */
export function ConceptList(props: ConceptListProps) {
  const text = useAdminText();
  const local = useLocalised();
  const [search, setSearch] = useState('');
  const word = search.trim().toLowerCase();
  const shown = props.concepts.filter(
    (concept) => word === '' || JSON.stringify(concept).toLowerCase().includes(word),
  );
  return (
    <section class="panel">
      <h2>{text('packs_concepts', { count: props.concepts.length })}</h2>
      <TextField label={text('packs_search')} value={search} onValue={setSearch} />
      {shown.map((concept) => (
        <details key={concept.id}>
          <summary>
            {local(concept.reason)} <span class="muted">{concept.id}</span>
          </summary>
          <ConceptBody {...props} concept={concept} />
        </details>
      ))}
    </section>
  );
}

function ConceptBody(props: ConceptListProps & { readonly concept: Concept }) {
  const text = useAdminText();
  const [phrase, setPhrase] = useState('');
  const { concept, problem } = props;
  const added = props.added(concept.id);
  return (
    <>
      <h3>{text('packs_examples')}</h3>
      <ul>
        {concept.examples.map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
      <h3>{text('packs_phrases', { count: concept.patterns.length })}</h3>
      <ul>
        {added.map((one) => (
          <li key={one}>
            <strong>{one}</strong>{' '}
            <button type="button" class="button small" onClick={() => props.onRemove(concept.id, one)}>
              {text('packs_take_back')}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="row-form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onAdd(concept.id, phrase);
          setPhrase('');
        }}
      >
        <TextField
          label={text('packs_phrase')}
          hint={text('packs_phrase_hint')}
          error={problem?.id === concept.id ? problem.text : undefined}
          required
          value={phrase}
          onValue={setPhrase}
        />
        <button type="submit" class="button">
          {text('packs_add')}
        </button>
      </form>
    </>
  );
}
