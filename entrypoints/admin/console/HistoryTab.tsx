import { useState } from 'preact/hooks';
import { History } from '../../../components/admin/publish/History';
import { useAdminText } from '../../../components/admin/text';
import type { HistoryEntry } from '../../../lib/admin/publish/history';
import { pastVersions } from '../../../lib/admin/publish/past-versions';
import { rollBack, rollBackNotes, type RollBackNotes } from '../../../lib/admin/publish/roll-back';
import { loadWorkspace } from '../../../lib/admin/workspace';
import { createTransport, feedAddress } from '../../../lib/lists/feed/transport';
import { formatNumber } from '../../../lib/numbers/format';
import type { DeskProps } from './Desk';
import { holdersOf } from './workspace-facts';

/** What was published here and elsewhere, and the way back to any of it. */
export function HistoryTab({ state, workspace, onPublish }: DeskProps & { readonly onPublish: () => void }) {
  const text = useAdminText();
  const [found, setFound] = useState<number>();
  const [asking, setAsking] = useState<{ readonly version: string; readonly notes: RollBackNotes }>();
  const { feed, open, history } = workspace;
  const look = (address: string) =>
    state.run(text('work_open'), async (store) => {
      const label = text('work_open');
      const past = await pastVersions(
        createTransport({ address: feedAddress(address), fetch: fetch.bind(globalThis) }),
        open,
        new Set(history.map(({ version }) => version)),
        holdersOf(workspace),
        (done, all) => state.setWork({ label, done, all }),
      );
      const named = new Set(past.entries.flatMap(({ targets }) => Object.values(targets)));
      const files = new Map([...past.files].filter(([path]) => named.has(path)));
      await store.saveHistory(feed.id, past.entries, files);
      setFound(past.entries.length);
      // Somebody may have edited while this went on.
      state.setWorkspace(await loadWorkspace(store, feed));
    });
  const bringBack = async (entry: HistoryEntry) => {
    const now = new Date().toISOString();
    const next = await state.run(text('work_save'), (store) => rollBack(store, workspace, entry, now));
    if (!next) return;
    state.setWorkspace(next);
    onPublish();
  };
  const ask = async (entry: HistoryEntry) => {
    const { version } = entry;
    if (asking?.version === version) {
      setAsking(undefined);
      return;
    }
    const notes = await state.run(text('work_open'), (store) => rollBackNotes(store, workspace, entry));
    if (!notes) return;
    if (notes.lost > 0 || notes.takenOut.length > 0 || notes.compactStays) setAsking({ version, notes });
    else await bringBack(entry);
  };
  return (
    <History
      entries={history.toReversed()}
      current={feed.version}
      found={found}
      formatNumber={formatNumber}
      onLook={feed.address === undefined ? undefined : () => void look(feed.address ?? '')}
      onRollBack={(entry) => void ask(entry)}
      asking={asking}
      onSure={(entry) => void bringBack(entry)}
    />
  );
}
