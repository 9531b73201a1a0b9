import type { Localised, MessageKey } from '../../lib/i18n/translate';
import { useLocalised, useText } from '../language';
import { Heading } from './Heading';

interface SentencesProps {
  readonly title: MessageKey;
  readonly sentences: readonly Localised[];
  /** `no` for what never happens, `step` for what to do, in order. */
  readonly mark?: 'no' | 'step';
}

/** A heading with its sentences as a list. */
export function Sentences({ title, sentences, mark }: SentencesProps) {
  const text = useText();
  const pick = useLocalised();
  const List = mark === 'step' ? 'ol' : 'ul';
  return (
    <section>
      <Heading>{text(title)}</Heading>
      <List class={`sentences ${mark ?? 'plain'}`}>
        {sentences.map((sentence, index) => (
          <li key={index}>{pick(sentence)}</li>
        ))}
      </List>
    </section>
  );
}
