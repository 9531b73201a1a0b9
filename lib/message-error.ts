/** Stable codes of what can go wrong with a message. */
export type MessageErrorCode =
  | 'ERR_MESSAGE_UNKNOWN'
  | 'ERR_MESSAGE_ARGUMENTS'
  | 'ERR_MESSAGE_SENDER'
  | 'ERR_MESSAGE_FAILED'
  | 'ERR_EXTENSION_GONE';

/** A request that the background did not answer as asked. */
export class MessageError extends Error {
  constructor(
    readonly code: MessageErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'MessageError';
  }
}
