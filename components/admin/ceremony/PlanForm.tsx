import { useState } from 'preact/hooks';
import { namesOn, planProblem, type KeyPlan } from '../../../lib/admin/keys/ceremony';
import type { Role } from '../../../lib/lists/feed/metadata';
import { DAYS } from '../../../lib/lists/publish/root';
import { FeedNameFields } from '../FeedNameFields';
import { TextField } from '../Field';
import { useAdminText } from '../text';
import type { FeedPlan } from './types';

const ROLES: readonly Role[] = ['root', 'targets', 'snapshot', 'timestamp'];

interface RoleDraft {
  readonly holders: string;
  readonly threshold: string;
}

interface PlanFormProps {
  readonly editor: string;
  readonly onPlan: (plan: FeedPlan) => void;
  readonly onCancel: () => void;
}

/** First step: what the feed is called, who holds which key, how many must sign. */
export function PlanForm({ editor, onPlan, onCancel }: PlanFormProps) {
  const text = useAdminText();
  const [names, setNames] = useState({ vi: '', en: '', contact: '' });
  const [roles, setRoles] = useState<Readonly<Record<Role, RoleDraft>>>({
    root: { holders: editor, threshold: '1' },
    targets: { holders: editor, threshold: '1' },
    snapshot: { holders: editor, threshold: '1' },
    timestamp: { holders: editor, threshold: '1' },
  });
  const [tried, setTried] = useState(false);
  const plan = Object.fromEntries(
    ROLES.map((role) => [
      role,
      { holders: namesOn(roles[role].holders), threshold: Number(roles[role].threshold) },
    ]),
  ) as unknown as KeyPlan;
  const problem = planProblem(plan);
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const vi = names.vi.trim();
        if (!problem)
          onPlan({ name: { vi, en: names.en.trim() || vi }, contact: names.contact.trim(), plan });
      }}
    >
      <h2>{text('ceremony_plan')}</h2>
      <FeedNameFields names={names} onNames={setNames} />
      <p>{text('ceremony_roles_intro')}</p>
      {ROLES.map((role) => (
        <fieldset key={role}>
          <legend>{text(`role_${role}`)}</legend>
          <p class="muted">{text(`role_${role}_does`, { days: DAYS[role] })}</p>
          <TextField
            label={text('ceremony_holders')}
            rows={2}
            value={roles[role].holders}
            onValue={(holders) => setRoles({ ...roles, [role]: { ...roles[role], holders } })}
          />
          <TextField
            label={text('ceremony_threshold')}
            type="number"
            value={roles[role].threshold}
            onValue={(threshold) => setRoles({ ...roles, [role]: { ...roles[role], threshold } })}
          />
        </fieldset>
      ))}
      {tried && problem && (
        <p class="problem" role="alert">
          {text(problem)}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button primary">
          {text('ceremony_make')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
