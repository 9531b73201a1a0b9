import { useState } from 'preact/hooks';
import { Merge } from '../../../components/admin/publish/Merge';
import type { ReasonDraft } from '../../../components/admin/ReasonFields';
import { useAdminText } from '../../../components/admin/text';
import type { Side } from '../../../lib/admin/merge/lists';
import type { DraftClash } from '../../../lib/admin/merge/rebase';
import { reasonForList, saveChoice } from '../../../lib/admin/save-choice';
import { ListError } from '../../../lib/lists/list-error';
import { formatNumber } from '../../../lib/numbers/format';
import type { DeskProps } from './Desk';
import { reasonOf } from './workspace-facts';

/** What the draft took from a version that a colleague published first, and what is left to choose. */
export function MergePanel({ state, workspace }: DeskProps) {
  const text = useAdminText();
  const [problem, setProblem] = useState<string>();
  if (!workspace.merge) return null;
  const choose = (clash: DraftClash, side: Side, reason?: ReasonDraft) =>
    state.run(text('work_save'), async (store) => {
      setProblem(undefined);
      try {
        const said = reason && reasonOf(workspace, reason, new Date());
        state.setWorkspace(await saveChoice(store, workspace, clash, side, said));
      } catch (error) {
        if (!(error instanceof ListError)) throw error;
        setProblem(error.place);
      }
    });
  return (
    <Merge
      note={workspace.merge}
      problem={problem}
      formatNumber={formatNumber}
      reasonOf={(clash) => reasonForList(workspace, clash)}
      onChoose={(clash, side, reason) => void choose(clash, side, reason)}
    />
  );
}
