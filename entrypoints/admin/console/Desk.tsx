import { useEffect, useState } from 'preact/hooks';
import type { KeyWork } from '../../../components/admin/keys/work';
import { useAdminText } from '../../../components/admin/text';
import { rolesDue } from '../../../lib/admin/reminder';
import type { Workspace } from '../../../lib/admin/workspace';
import { DirectoryTab } from './DirectoryTab';
import { HistoryTab } from './HistoryTab';
import { KeysTab } from './KeysTab';
import { PacksTab } from './PacksTab';
import { PublishTab } from './PublishTab';
import { ReportedTab, type LastEdit } from './ReportedTab';
import type { ConsoleState } from './use-console';
import type { LastDocumentEdit } from './use-document';

export interface DeskProps {
  readonly state: ConsoleState;
  readonly workspace: Workspace;
}

const TABS = ['reported', 'directory', 'packs', 'publish', 'history', 'keys'] as const;
type Tab = (typeof TABS)[number];

/** A feed on the desk, one room for each kind of work. */
export function Desk({ state, workspace }: DeskProps) {
  const text = useAdminText();
  const [tab, setTab] = useState<Tab>('reported');
  const [edit, setEdit] = useState<LastEdit>();
  const [directoryEdit, setDirectoryEdit] = useState<LastDocumentEdit>();
  const [packEdit, setPackEdit] = useState<LastDocumentEdit>();
  const [keyWork, setKeyWork] = useState<KeyWork>();
  /** Something was filled in or made for it, which closing would lose. */
  const [begun, setBegun] = useState(false);
  const changes = workspace.reported.changes.size + Object.keys(workspace.drafts).length;
  const rootIsDue = rolesDue(workspace.feed, Date.now()).includes('root');
  // Over another root it ends: the room says so.
  const goesOn = begun && keyWork?.root === workspace.open.root.version;
  useEffect(() => {
    state.setGoesOn(goesOn);
    return () => state.setGoesOn(false);
  }, [goesOn]);
  const props = { state, workspace };
  return (
    <>
      <nav class="actions tabs no-print" aria-label={text('desk_rooms')}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            class="button"
            aria-current={name === tab ? 'page' : undefined}
            onClick={() => setTab(name)}
          >
            {text(`tab_${name}`)}
            {name === 'publish' && changes > 0 && <span class="count"> ({changes})</span>}
            {name === 'keys' && goesOn && <span class="count"> ({text('change_mark')})</span>}
            {name === 'keys' && rootIsDue && <span class="count"> ({text('renew_mark')})</span>}
          </button>
        ))}
      </nav>
      {tab === 'reported' && <ReportedTab {...props} lastEdit={edit} onEdited={setEdit} />}
      {tab === 'directory' && (
        <DirectoryTab {...props} lastEdit={directoryEdit} onEdited={setDirectoryEdit} />
      )}
      {tab === 'packs' && <PacksTab {...props} lastEdit={packEdit} onEdited={setPackEdit} />}
      {tab === 'publish' && <PublishTab {...props} onKeys={() => setTab('keys')} />}
      {tab === 'history' && <HistoryTab {...props} onPublish={() => setTab('publish')} />}
      {/* New keys, half in their holders' files, wait here while another room is looked at. */}
      {(tab === 'keys' || keyWork) && (
        <div class="room" hidden={tab !== 'keys'}>
          <KeysTab
            {...props}
            work={keyWork}
            onWork={setKeyWork}
            onBegun={setBegun}
            isShown={tab === 'keys'}
            onSigned={() => {
              setKeyWork(undefined);
              setTab('publish');
            }}
          />
        </div>
      )}
    </>
  );
}
