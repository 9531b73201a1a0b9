import { useState } from 'preact/hooks';
import { Merge } from '../../../components/admin/publish/Merge';
import { useAdminText } from '../../../components/admin/text';
import type { Side } from '../../../lib/admin/merge/lists';
import type { DraftClash } from '../../../lib/admin/merge/rebase';
import { saveChoice } from '../../../lib/admin/workspace';
import { ListError } from '../../../lib/lists/list-error';
import { formatNumber } from '../../../lib/numbers/format';
import type { DeskProps } from './Desk';

/** What the draft took from a version that a colleague published first, and what is left to choose. */
export function MergePanel({ state, workspace }: DeskProps) {
  const text = useAdminText();
  const [problem, setProblem] = useState<string>();
  if (!workspace.merge) return null;
  const choose = (clash: DraftClash, side: Side) =>
    state.run(text('work_save'), async (store) => {
      setProblem(undefined);
      try {
        state.setWorkspace(await saveChoice(store, workspace, clash, side));
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
      onChoose={(clash, side) => void choose(clash, side)}
    />
  );
}
