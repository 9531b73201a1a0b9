/** Why nothing was signed or published. Stable: an interface has a sentence for each of these codes. */
export type PublishErrorCode =
  /** The file of a proposal is none, or does not hold together. */
  | 'ERR_PUBLISH_PROPOSAL'
  /** Somebody published in between: the proposal goes on from something that is no longer live. */
  | 'ERR_PUBLISH_CONFLICT'
  /** No key at hand may sign what is to be signed next. */
  | 'ERR_PUBLISH_NO_KEY'
  /** Signatures are missing. */
  | 'ERR_PUBLISH_UNSIGNED'
  /** A file is longer than browsers take. */
  | 'ERR_PUBLISH_TOO_LONG'
  /** Numbers that must not be reported, or a change so large that it is asked about. */
  | 'ERR_PUBLISH_GUARD';

/** A refusal: nothing was changed. */
export class PublishError extends Error {
  override readonly name = 'PublishError';

  constructor(
    readonly code: PublishErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? {} : { cause });
  }
}
