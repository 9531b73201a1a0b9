import { keyIdLabel } from '../../../lib/admin/keys/key-label';
import { diffRoots, type RoleDiff, type RootKey } from '../../../lib/admin/keys/root-diff';
import type { Root } from '../../../lib/lists/feed/metadata';
import { useLanguage } from '../../language';
import { useAdminText } from '../text';

/** Names of holders by the public halves of their keys, as far as they are known here. */
type Holders = ReadonlyMap<string, string>;

interface RootChangeProps {
  readonly before: Root;
  readonly after: Root;
  readonly holders: Holders;
}

/** What a root that follows changes: keys that go and come, how many must sign, until when it holds. To be seen before it is signed. */
export function RootChange({ before, after, holders }: RootChangeProps) {
  const text = useAdminText();
  const language = useLanguage();
  const { roles, handsOver, expires } = diffRoots(before, after);
  const day = new Date(expires).toLocaleDateString(language, { dateStyle: 'medium' });
  return (
    <div class="root-change">
      <h3>{text('root_title')}</h3>
      {roles.length === 0 ? (
        <p class="strong">{text('root_date_only', { day })}</p>
      ) : (
        <>
          {handsOver && <p class="problem">{text('root_hands_over')}</p>}
          {roles.map((one) => (
            <RoleLines key={one.role} {...one} holders={holders} />
          ))}
          <p>{text('root_until', { day })}</p>
        </>
      )}
    </div>
  );
}

function RoleLines({ role, out, in: added, from, to, holders }: RoleDiff & { readonly holders: Holders }) {
  const text = useAdminText();
  const line = (kind: 'root_out' | 'root_in', { id, public: open }: RootKey) => (
    <li key={kind + id}>
      {text(kind)} <code>{keyIdLabel(open || id)}</code> {holders.get(open)}
    </li>
  );
  return (
    <>
      <h4>{text(`role_${role}`)}</h4>
      <ul>
        {out.map((key) => line('root_out', key))}
        {added.map((key) => line('root_in', key))}
        <li>{from === to ? text('root_same_number', { to }) : text('root_number', { from, to })}</li>
      </ul>
    </>
  );
}
