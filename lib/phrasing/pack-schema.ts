import * as v from 'valibot';
import { bytesOf } from './base64';
import { decodeKeys } from './gram-keys';

/** The pack format this code reads. A feed that brings a newer one is kept out, and the old pack stays. */
export const PACK_FORMAT = 1;

/**
 * What a concept is evidence of. The first seven are what a scammer does; report and prohibit mark a text that
 * speaks about scams; ordinary marks everyday business.
 */
export const CONCEPT_KINDS = [
  'claim',
  'threat',
  'demand',
  'secrecy',
  'hurry',
  'channel',
  'bait',
  'report',
  'prohibit',
  'ordinary',
  'voice',
] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const list = (maxItems: number, maxText: number) => v.pipe(v.array(text(maxText)), v.maxLength(maxItems));
const weights = v.pipe(
  v.record(text(80), v.pipe(v.number(), v.finite(), v.minValue(-50), v.maxValue(50))),
  v.check((table) => Object.keys(table).length <= 10_000, 'too many weights'),
);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const base64 = v.pipe(v.string(), v.maxLength(800_000), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));

/** Weights of runs of words by their keys (./gram-keys): a signed byte for each voice, to be multiplied by `scale`. */
const Grams = v.pipe(
  v.object({
    keys: base64,
    scale: v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
    scam: base64,
    warning: base64,
  }),
  v.check(({ keys, scam, warning }) => {
    const count = decodeKeys(keys)?.length;
    return [scam, warning].every((one) => bytesOf(one).length === count);
  }, 'keys and weights of word runs do not agree'),
);

const Concept = v.object({
  id: v.pipe(text(40), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  kind: v.picklist(CONCEPT_KINDS),
  /** Of a claim: a state office writes from gov.vn, an organisation not from free mail. */
  office: v.optional(v.picklist(['state', 'organisation'])),
  /** Says nothing new where another concept of its kind stands: its reason is then left out. */
  general: v.optional(v.boolean()),
  /** Of a claim: since when (ISO date) the office named is gone; that is a reason of its own. */
  gone: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** One calm sentence for people, true of all words that the patterns find. */
  reason: v.object({ vi: text(120), en: text(120) }),
  /** Texts that this concept must be found in; a test holds it. */
  examples: v.pipe(v.array(text(300)), v.minLength(1), v.maxLength(20)),
  patterns: v.pipe(v.array(text(600)), v.minLength(1), v.maxLength(600)),
  /** Patterns too loose to be shown to people: they weigh in the judge, and give no mark, no reason and no kind. */
  hints: v.optional(v.pipe(v.array(text(600)), v.maxLength(600))),
});

const PhrasePackSchema = v.object({
  format: v.literal(PACK_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Short spellings of one syllable: "ko" is read as "không". */
  aliases: v.record(text(12), text(12)),
  /** Folded words that people write, blanks between: disguised and broken words are read by them. */
  words: v.optional(v.pipe(v.string(), v.maxLength(120_000), v.regex(/^[a-z0-9 ]*$/))),
  /** Endings of web addresses that offices, banks and shops of Vietnam do not use. */
  oddEndings: list(300, 20),
  /** Endings of web addresses beside those. */
  plainEndings: list(300, 20),
  /** Named lists of words that patterns refer to as @name. */
  groups: v.record(text(30), list(500, 600)),
  /** Patterns of words that turn the demand after them into its opposite, and of words that end their reach. */
  negation: v.object({
    span: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)),
    before: list(200, 300),
    ends: list(200, 300),
    /** Reason shown where a denied demand speaks for a notice. */
    reason: v.object({ vi: text(120), en: text(120) }),
  }),
  concepts: v.pipe(v.array(Concept), v.minLength(1), v.maxLength(400)),
  judge: v.object({
    /** Of the calibrated score; see levelOf. `alone`: caution where only one concept is found. */
    thresholds: v.object({
      notice: share,
      caution: share,
      danger: share,
      alone: v.optional(share),
      /** Danger for a piece of a long text. */
      piece: v.optional(share),
      /** Danger asks that the voice of a text about scams is at most so likely; any where it is not given. */
      ruledOut: v.optional(share),
    }),
    /** The score is the logistic function of slope * (log odds of the scammer's voice) + offset. */
    calibration: v.optional(
      v.object({
        slope: v.pipe(v.number(), v.minValue(0.05), v.maxValue(20)),
        offset: v.pipe(v.number(), v.minValue(-20), v.maxValue(20)),
      }),
    ),
    grams: v.optional(Grams),
    /** Feature -> weight, for the scammer's voice and for texts about scams; ordinary text is the zero. */
    scam: weights,
    warning: weights,
  }),
});

export type Concept = v.InferOutput<typeof Concept>;
export type PhrasePack = v.InferOutput<typeof PhrasePackSchema>;

export const PACK_ERROR_CODES = ['ERR_PACK_FORMAT', 'ERR_PACK_SHAPE', 'ERR_PACK_PATTERN'] as const;
export type PackErrorCode = (typeof PACK_ERROR_CODES)[number];

/** Thrown where a phrase pack cannot be used; `code` is stable. */
export class PackError extends Error {
  constructor(
    readonly code: PackErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'PackError';
  }
}

/**
 * Checks a phrase pack as it came from a feed or a file. Throws PackError: ERR_PACK_FORMAT for another format
 * number, ERR_PACK_SHAPE for anything else that is wrong.
 */
export function parsePhrasePack(input: unknown): PhrasePack {
  if (typeof input === 'object' && input !== null && 'format' in input && input.format !== PACK_FORMAT)
    throw new PackError('ERR_PACK_FORMAT', `phrase pack of format ${String(input.format)}`);
  const result = v.safeParse(PhrasePackSchema, input);
  if (!result.success) {
    const issue = result.issues[0];
    throw new PackError('ERR_PACK_SHAPE', `${v.getDotPath(issue) ?? 'pack'}: ${issue.message}`);
  }
  const ids = new Set(result.output.concepts.map((concept) => concept.id));
  if (ids.size !== result.output.concepts.length)
    throw new PackError('ERR_PACK_SHAPE', 'a concept id stands twice');
  return result.output;
}
