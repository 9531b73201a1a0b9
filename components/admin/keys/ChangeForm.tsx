import { useEffect, useState } from 'preact/hooks';
import { keyIdLabel } from '../../../lib/admin/keys/key-label';
import { namesOn } from '../../../lib/admin/keys/ceremony';
import { changeProblem, type KeyChange, type Why } from '../../../lib/admin/keys/change';
import type { Role, Root } from '../../../lib/lists/feed/metadata';
import { ChoiceField, TextField } from '../Field';
import { useAdminText } from '../text';

const ROLES: readonly Role[] = ['targets', 'snapshot', 'timestamp', 'root'];

const START: { readonly why: Why; readonly role: Role } = { why: 'lost', role: 'targets' };

interface ChangeFormProps {
  readonly root: Root;
  readonly editor: string;
  /** Names of holders by the public halves of their keys, as far as they are known here. */
  readonly holders: ReadonlyMap<string, string>;
  /** Whether anything was chosen or typed. */
  readonly onFilled: (filled: boolean) => void;
  readonly onPlan: (plan: KeyChange) => void;
  readonly onCancel: () => void;
}

/** First step: why, which keys go, who holds the new ones, and how many must sign. */
export function ChangeForm({ root, editor, holders, onFilled, onPlan, onCancel }: ChangeFormProps) {
  const text = useAdminText();
  const [why, setWhy] = useState<Why>(START.why);
  const [role, setRole] = useState<Role>(START.role);
  const [ids, setIds] = useState<readonly string[]>([]);
  const [names, setNames] = useState<string>();
  const [threshold, setThreshold] = useState<string>();
  const { keyids, threshold: now } = root.roles[role];
  const nameOf = (id: string) => holders.get(root.keys[id]?.keyval.public ?? '');
  // For each key that is gone a new one: of the same person, or of whoever sits here where nobody knows.
  const next = why === 'people' ? [] : ids.map((id) => nameOf(id) ?? editor);
  const typed = names ?? [...new Set(next)].join('\n');
  const change: KeyChange = { role, ids, holders: namesOn(typed), threshold: Number(threshold ?? now) };
  const problem = changeProblem(root, change, why, holders);
  // Nothing is wrong yet, only not chosen.
  const isBegun = problem !== 'change_nothing' && problem !== 'change_no_key';
  const thiefCanPublish = why === 'stolen' && role === 'root' && ids.length >= now;
  const filled =
    why !== START.why ||
    role !== START.role ||
    ids.length > 0 ||
    typed !== '' ||
    Number(threshold ?? now) !== now;
  useEffect(() => onFilled(filled), [filled]);
  const choose = (other: Role) => {
    setRole(other);
    setIds([]);
    setThreshold(undefined);
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (!problem) onPlan(change);
      }}
    >
      <h2>{text('change_title')}</h2>
      <fieldset>
        <legend>{text('change_what')}</legend>
        {(['lost', 'stolen', 'people'] as const).map((one) => (
          <label key={one} class="check-line">
            <input type="radio" name="what" checked={why === one} onChange={() => setWhy(one)} />
            {text(`change_${one}`)}
          </label>
        ))}
      </fieldset>
      <p class="muted">{text(`change_${why}_hint`)}</p>
      <ChoiceField
        label={text('sheet_role')}
        value={role}
        choices={ROLES.map((one) => [one, text(`role_${one}`)] as const)}
        onValue={choose}
      />
      <fieldset>
        <legend>{text('change_which')}</legend>
        {keyids.map((id) => (
          <label key={id} class="check-line">
            <input
              type="checkbox"
              checked={ids.includes(id)}
              onChange={(event) =>
                setIds(event.currentTarget.checked ? [...ids, id] : ids.filter((one) => one !== id))
              }
            />
            <span>
              <code>{keyIdLabel(root.keys[id]?.keyval.public ?? id)}</code> {nameOf(id)}
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={text('change_holders')}
        hint={text('change_holders_hint')}
        rows={2}
        value={typed}
        onValue={setNames}
      />
      <TextField
        label={text('ceremony_threshold')}
        hint={text('change_threshold_hint', {
          now,
          count: keyids.length - ids.length + change.holders.length,
        })}
        type="number"
        value={threshold ?? String(now)}
        onValue={setThreshold}
      />
      {problem && <p class={isBegun ? 'problem' : 'muted'}>{text(problem)}</p>}
      {thiefCanPublish && <p class="problem">{text('change_taken')}</p>}
      <div class="actions">
        <button type="submit" class="button primary" disabled={problem !== undefined}>
          {text(change.holders.length > 0 ? 'change_make' : 'change_go_on')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
