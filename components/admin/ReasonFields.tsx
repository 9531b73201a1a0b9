import { TextField } from './Field';
import { useAdminText } from './text';

export interface ReasonDraft {
  readonly why: string;
  readonly source: string;
}

export const NO_REASON: ReasonDraft = { why: '', source: '' };

interface ReasonFieldsProps {
  readonly reason: ReasonDraft;
  readonly onReason: (reason: ReasonDraft) => void;
}

/** Why a change is made, and where that was read. */
export function ReasonFields({ reason, onReason }: ReasonFieldsProps) {
  const text = useAdminText();
  return (
    <>
      <TextField
        label={text('reason_why')}
        required
        maxLength={400}
        value={reason.why}
        onValue={(why) => onReason({ ...reason, why })}
      />
      <TextField
        label={text('reason_source')}
        hint={text('reason_source_hint')}
        maxLength={400}
        value={reason.source}
        onValue={(source) => onReason({ ...reason, source })}
      />
    </>
  );
}
