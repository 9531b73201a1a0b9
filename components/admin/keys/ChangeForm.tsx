import { useState } from 'preact/hooks';
import { rootsLeft, type KeysOut } from '../../../lib/admin/keys/change';
import type { Role, Root } from '../../../lib/lists/feed/metadata';
import { keyIdLabel } from '../ceremony/sheet';
import { ChoiceField, TextField } from '../Field';
import { useAdminText } from '../text';

const ROLES: readonly Role[] = ['targets', 'snapshot', 'timestamp', 'root'];

export interface KeysPlan extends KeysOut {
  /** Who holds the new keys: as many as are given up. */
  readonly holders: readonly string[];
}

interface ChangeFormProps {
  readonly root: Root;
  readonly editor: string;
  readonly onPlan: (plan: KeysPlan) => void;
  readonly onCancel: () => void;
}

/** First step: what happened to which keys, and who holds the new ones. */
export function ChangeForm({ root, editor, onPlan, onCancel }: ChangeFormProps) {
  const text = useAdminText();
  const [lost, setLost] = useState(true);
  const [role, setRole] = useState<Role>('targets');
  const [ids, setIds] = useState<readonly string[]>([]);
  const [names, setNames] = useState(editor);
  const holders = names.split('\n').flatMap((name) => name.trim() || []);
  const differs = holders.length !== ids.length || new Set(holders).size !== holders.length;
  const { have, need } = rootsLeft(root, { role, ids }, lost);
  const isOver = have < need;
  const canPublish = !lost && role === 'root' && ids.length >= need;
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (!differs && !isOver && ids.length > 0) onPlan({ role, ids, holders });
      }}
    >
      <h2>{text('change_title')}</h2>
      <fieldset>
        <legend>{text('change_what')}</legend>
        {([true, false] as const).map((one) => (
          <label key={String(one)} class="check-line">
            <input type="radio" name="what" checked={lost === one} onChange={() => setLost(one)} />
            {text(one ? 'change_lost' : 'change_stolen')}
          </label>
        ))}
      </fieldset>
      <p class="muted">{text(lost ? 'change_lost_hint' : 'change_stolen_hint')}</p>
      <ChoiceField
        label={text('sheet_role')}
        value={role}
        choices={ROLES.map((one) => [one, text(`role_${one}`)] as const)}
        onValue={(next) => {
          setRole(next);
          setIds([]);
        }}
      />
      <fieldset>
        <legend>{text('change_which')}</legend>
        {root.roles[role].keyids.map((id) => (
          <label key={id} class="check-line">
            <input
              type="checkbox"
              checked={ids.includes(id)}
              onChange={(event) =>
                setIds(event.currentTarget.checked ? [...ids, id] : ids.filter((one) => one !== id))
              }
            />
            <code>{keyIdLabel(root.keys[id]?.keyval.public ?? id)}</code>
          </label>
        ))}
      </fieldset>
      <TextField
        label={text('change_holders')}
        hint={text('change_holders_hint', { count: ids.length })}
        rows={2}
        value={names}
        onValue={setNames}
      />
      {isOver && <p class="problem">{text('change_over')}</p>}
      {canPublish && <p class="problem">{text('change_taken')}</p>}
      <div class="actions">
        <button type="submit" class="button primary" disabled={ids.length === 0 || differs || isOver}>
          {text('change_make')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
