import { useState } from 'preact/hooks';
import type { Concept } from '../../../lib/phrasing/pack-schema';
import { useLocalised } from '../../language';
import { TextField } from '../Field';
import { ReasonFields, type ReasonDraft } from '../ReasonFields';
import { useAdminText } from '../text';
import { PhraseLine } from './PhraseLine';

/** What a person does to the phrases of a concept. */
export type PhraseEdit =
  { readonly add: string } | { readonly remove: string } | { readonly change: string; readonly to: string };

interface ConceptListProps {
  readonly concepts: readonly Concept[];
  /** Phrases that the draft adds to a concept, or takes out of it. */
  readonly added: (id: string) => readonly string[];
  readonly removed: (id: string) => readonly string[];
  readonly problem?: { readonly id: string; readonly text: string } | undefined;
  /** Why the phrases are edited. */
  readonly reason: ReasonDraft;
  readonly onReason: (reason: ReasonDraft) => void;
  /** False where it was refused: `problem` says why, and what was typed stays. */
  readonly onEdit: (id: string, edit: PhraseEdit) => boolean;
}

/** Every concept with its reason, examples and phrases, each to be changed or taken out, and a field for another one. */
export function ConceptList(props: ConceptListProps) {
  const text = useAdminText();
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
        <ConceptItem key={concept.id} {...props} concept={concept} />
      ))}
    </section>
  );
}

type ConceptProps = Omit<ConceptListProps, 'concepts'> & { readonly concept: Concept };

function ConceptItem(props: ConceptProps) {
  const local = useLocalised();
  const [open, setOpen] = useState(false);
  const { id, reason } = props.concept;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {local(reason)} <span class="muted">{id}</span>
      </summary>
      {/* A pack has more than a thousand phrases: only those that are looked at are drawn. */}
      {open && <ConceptBody {...props} />}
    </details>
  );
}

function ConceptBody(props: ConceptProps) {
  const { concept, problem, added, removed, onEdit } = props;
  const text = useAdminText();
  const [phrase, setPhrase] = useState('');
  const { id, examples, patterns } = concept;
  const fresh = new Set(added(id));
  const gone = removed(id);
  return (
    <>
      <h3>{text('packs_examples')}</h3>
      <ul>
        {examples.map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
      <h3>{text('packs_phrases', { count: patterns.length })}</h3>
      <ReasonFields reason={props.reason} onReason={props.onReason} />
      <ul class="phrases">
        {patterns.map((one) => (
          <PhraseLine
            key={one}
            phrase={one}
            fresh={fresh.has(one)}
            onChange={(to) => onEdit(id, { change: one, to })}
            onRemove={() => onEdit(id, { remove: one })}
          />
        ))}
        {gone.map((one) => (
          <li key={one}>
            <del>{one}</del> <span class="muted">{text('state_removed')}</span>
          </li>
        ))}
      </ul>
      {problem?.id === id && (
        <p class="problem" role="alert">
          {problem.text}
        </p>
      )}
      <form
        class="row-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (onEdit(id, { add: phrase })) setPhrase('');
        }}
      >
        <TextField
          label={text('packs_phrase')}
          hint={text('packs_phrase_hint')}
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
