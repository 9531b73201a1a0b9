import { SCOPES } from '../../../lib/lists/feed/content-schema';
import { useFeedText } from './feed-texts';
import type { Scope } from './types';

interface ScopeChoiceProps {
  readonly scope: readonly Scope[];
  /** What was chosen, where that is more than holds at present: a change of one box keeps the rest of it. */
  readonly asked?: readonly Scope[];
  /** Another feed brings packs: only one may. */
  readonly packsTaken: boolean;
  readonly onScope: (scope: Scope[]) => void;
}

/** What a feed may bring: one box each. */
export function ScopeChoice({ scope, asked = scope, packsTaken, onScope }: ScopeChoiceProps) {
  const text = useFeedText();
  return (
    <fieldset class="scope">
      <legend>{text('scope')}</legend>
      {SCOPES.map((one) => (
        <label key={one} class="check-line">
          <input
            type="checkbox"
            checked={scope.includes(one)}
            disabled={one === 'packs' && packsTaken}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              onScope(SCOPES.filter((each) => (each === one ? checked : asked.includes(each))));
            }}
          />
          <span>{text(`scope_${one}`)}</span>
        </label>
      ))}
      {packsTaken && <p class="muted">{text('scope_packs_taken')}</p>}
    </fieldset>
  );
}
