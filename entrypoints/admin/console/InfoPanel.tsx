import { useState } from 'preact/hooks';
import { FeedNameFields, type FeedNames } from '../../../components/admin/FeedNameFields';
import { NO_REASON, ReasonFields } from '../../../components/admin/ReasonFields';
import { useAdminText } from '../../../components/admin/text';
import { WayBack } from '../../../components/admin/WayBack';
import { editedInfo } from '../../../lib/admin/publish/info';
import type { FeedInfo } from '../../../lib/lists/feed/content-schema';
import type { DeskProps } from './Desk';
import { useDocument, type LastDocumentEdit } from './use-document';

function namesOf({ name, contact = '' }: FeedInfo): FeedNames {
  return { ...name, contact };
}

/** Name and contact of the feed, as the draft has them. */
export function InfoPanel({ state, workspace }: DeskProps) {
  const text = useAdminText();
  const { open, drafts } = workspace;
  const [names, setNames] = useState(namesOf(drafts.info ?? open.info));
  const [reason, setReason] = useState(NO_REASON);
  const [last, setLast] = useState<LastDocumentEdit>();
  const { save, undo } = useDocument({ state, workspace }, 'info', {
    last,
    onEdited: setLast,
    onSaved: (saved) => {
      setNames(namesOf(saved.drafts.info ?? open.info));
      setReason(NO_REASON);
    },
  });
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void save(() => editedInfo(open.info, names), reason);
      }}
    >
      <h2>{text('info_title')}</h2>
      <p class="muted">{text('info_hint')}</p>
      <WayBack done={undo && text('info_saved')} onUndo={() => void undo?.()} />
      <FeedNameFields names={names} onNames={setNames} />
      <ReasonFields reason={reason} onReason={setReason} />
      <button type="submit" class="button">
        {text('entry_save')}
      </button>
    </form>
  );
}
