/** Evidence that the person has not kept yet: in session memory, which is never written to disk. */
import * as v from 'valibot';
import { EvidenceRecord } from './schema';

export const DRAFT_KEY = 'evidence-draft';

export const EvidenceDraft = v.object({
  record: EvidenceRecord,
  /** The visible part of the tab as a data address (PNG); kept only when the person has cropped it. */
  screenshot: v.optional(v.pipe(v.string(), v.startsWith('data:image/png;base64,'))),
  /** From a private window: kept only after an explicit yes. */
  private: v.boolean(),
});

export type EvidenceDraft = v.InferOutput<typeof EvidenceDraft>;
