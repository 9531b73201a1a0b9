/** What can go wrong with a message. Stable: lib/i18n/trouble has a text for each of these codes. */
export const MESSAGE_ERROR_CODES = [
  'ERR_MESSAGE_UNKNOWN',
  'ERR_MESSAGE_ARGUMENTS',
  'ERR_MESSAGE_SENDER',
  'ERR_MESSAGE_FAILED',
  'ERR_EXTENSION_GONE',
] as const;
export type MessageErrorCode = (typeof MESSAGE_ERROR_CODES)[number];

/** The extension was updated or removed under a page. */
export const GONE: MessageErrorCode = 'ERR_EXTENSION_GONE';

/** A request that the background did not answer as asked. */
export class MessageError extends Error {
  constructor(
    readonly code: MessageErrorCode,
    message: string,
  ) {
    super(message);
  }
}
