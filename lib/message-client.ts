import { extensionApi } from './extension-api';
import { GONE, MessageError } from './message-error';
import type { Arguments, Reply, RequestName, Results } from './messages';

/** True while this script's extension is installed and running: false for ever after an update or removal. */
export function extensionAlive(): boolean {
  try {
    return !!extensionApi()?.runtime.id;
  } catch {
    return false;
  }
}

/** Asks the background, for those to whom it is all one why it did not answer as asked: the promise is rejected then. */
export async function ask<N extends RequestName>(name: N, args: Arguments<N>): Promise<Results[N]> {
  const reply: Reply<N> | undefined = await extensionApi()?.runtime.sendMessage({ name, args });
  if (!reply?.ok) throw new Error(reply?.message);
  return reply.value;
}

/**
 * Asks the background. Throws MessageError: `ERR_EXTENSION_GONE` where this script outlived its extension, else the
 * code the background answered with.
 */
export async function send<N extends RequestName>(name: N, args: Arguments<N>): Promise<Results[N]> {
  let reply: Reply<N> | undefined;
  try {
    reply = await extensionApi()?.runtime.sendMessage({ name, args });
    if (!reply) throw new Error('no answer');
  } catch (error) {
    throw new MessageError(extensionAlive() ? 'ERR_MESSAGE_FAILED' : GONE, String(error));
  }
  if (!reply.ok) throw new MessageError(reply.code, reply.message);
  return reply.value;
}
