/** One piece of evidence, as it is stored and as it is exported. The admin console imports the export. */
import * as v from 'valibot';
import { LEVELS } from '../../analysis/types';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is no SHA-256'));
const moment = v.pipe(v.string(), v.isoTimestamp());
const localised = v.object({ vi: text(1_000), en: text(1_000) });

export const MAX_PARTS = 20;
/** Largest file that can be added, in bytes: a call of about an hour. */
export const MAX_PART_BYTES = 64 * 1024 * 1024;
export const MAX_NOTES = 20_000;
export const MAX_NUMBERS = 50;

export const PART_KINDS = ['screenshot', 'picture', 'recording', 'file'] as const;

/** A file of a record; its bytes lie in a store of their own under `id`. */
export const EvidencePart = v.object({
  id: v.pipe(v.string(), v.uuid()),
  kind: v.picklist(PART_KINDS),
  name: text(200),
  type: text(100),
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PART_BYTES)),
  sha256: digest,
});

/** How the record was begun. */
export const EVIDENCE_SOURCES = ['card', 'popup', 'menu', 'shortcut', 'look-up', 'call'] as const;

export const EvidenceRecord = v.object({
  id: v.pipe(v.string(), v.uuid()),
  savedAt: moment,
  source: v.picklist(EVIDENCE_SOURCES),
  text: text(200_000),
  /** Of `text` in UTF-8. */
  textSha256: digest,
  sender: v.optional(
    v.object({
      name: v.optional(text(300)),
      address: v.optional(text(300)),
      replyTo: v.optional(text(300)),
    }),
  ),
  /** Without query and fragment: they may hold keys to an account. */
  page: v.optional(text(2_000)),
  verdict: v.object({
    level: v.picklist(LEVELS),
    score: v.number(),
    reasons: v.pipe(
      v.array(v.object({ code: text(80), text: localised, start: v.number(), end: v.number() })),
      v.maxLength(50),
    ),
  }),
  /** The lists that the verdict was made with, and the extension. */
  lists: v.object({ version: text(40), published: text(40) }),
  extension: text(40),
  notes: text(MAX_NOTES),
  /** Numbers found in the text and those that the person added, as written for people or in E.164. */
  numbers: v.pipe(v.array(text(40)), v.maxLength(MAX_NUMBERS)),
  parts: v.pipe(v.array(EvidencePart), v.maxLength(MAX_PARTS)),
});

export const EXPORT_JSON = 'evidence.json';

/** `evidence.json` of an export. `files/PART-ID…` of the same archive hold the parts. */
export const EvidenceExport = v.object({
  format: v.literal('canh-giac-evidence'),
  version: v.literal(1),
  exportedAt: moment,
  extension: text(40),
  records: v.pipe(
    v.array(
      v.object({
        ...EvidenceRecord.entries,
        parts: v.pipe(
          v.array(v.object({ ...EvidencePart.entries, path: text(120) })),
          v.maxLength(MAX_PARTS),
        ),
      }),
    ),
    v.maxLength(5_000),
  ),
});

export type EvidencePart = v.InferOutput<typeof EvidencePart>;
export type EvidenceRecord = v.InferOutput<typeof EvidenceRecord>;
export type EvidenceExport = v.InferOutput<typeof EvidenceExport>;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];
