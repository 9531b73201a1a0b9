import { useState } from 'preact/hooks';
import type { Verdict } from '../../../lib/analysis/types';
import type { Localised } from '../../../lib/i18n/translate';
import { LevelIcon } from '../../LevelIcon';
import { useLocalised, useText } from '../../language';
import { TextField } from '../Field';
import { useAdminText } from '../text';

export interface TriedVerdict {
  readonly level: Verdict['level'];
  readonly reasons: readonly Localised[];
}

interface TryMessageProps {
  readonly judge: (text: string) => { readonly before: TriedVerdict; readonly after: TriedVerdict };
}

/** A message against the published and the edited pack, side by side. */
export function TryMessage({ judge }: TryMessageProps) {
  const text = useAdminText();
  const [value, setValue] = useState('');
  const tried = value.trim() === '' ? undefined : judge(value);
  return (
    <section class="panel">
      <h2>{text('packs_try')}</h2>
      <TextField label={text('packs_message')} rows={4} value={value} onValue={setValue} />
      <div role="status">
        {tried && (
          <div class="two-lists">
            <Tried title={text('packs_before')} verdict={tried.before} />
            <Tried title={text('packs_after')} verdict={tried.after} />
          </div>
        )}
      </div>
    </section>
  );
}

function Tried({ title, verdict }: { readonly title: string; readonly verdict: TriedVerdict }) {
  const words = useText();
  const local = useLocalised();
  return (
    <section class={`level-${verdict.level}`}>
      <h3>{title}</h3>
      <p class="level-line">
        <LevelIcon level={verdict.level} />
        <strong>{words(`level_${verdict.level}`)}</strong>
      </p>
      <ul>
        {verdict.reasons.map((reason) => (
          <li key={reason.vi}>{local(reason)}</li>
        ))}
      </ul>
    </section>
  );
}
