import * as v from 'valibot';
import type { MessageErrorCode } from './message-error';
import browser, { type Runtime } from 'webextension-polyfill';
import { frameHost } from './frame-host';
import {
  REQUESTS,
  type Arguments,
  type Reply,
  type RequestName,
  type Results,
  type SenderKind,
} from './messages';

/** Who sent a message, as the browser vouches for it. */
export interface Caller {
  readonly kind: SenderKind;
  readonly tabId: number | undefined;
  readonly frameId: number;
  readonly incognito: boolean;
  /** Address of the sending document. */
  readonly url: string;
  /** The site that the sending frame belongs to, see frameHost. */
  readonly host: string;
}

export type Handlers = {
  readonly [N in RequestName]: (args: Arguments<N>, caller: Caller) => Promise<Results[N]> | Results[N];
};

const envelope = v.object({ name: v.string(), args: v.unknown() });

/** Answers every request of lib/messages: sender and arguments are checked first, errors become codes. */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const parsed = v.safeParse(envelope, message);
    if (!parsed.success) return undefined;
    return answer(handlers, parsed.output.name, parsed.output.args, sender);
  });
}

async function answer(
  handlers: Handlers,
  name: string,
  args: unknown,
  sender: Runtime.MessageSender,
): Promise<Reply<RequestName>> {
  if (!isRequest(name)) return failure('ERR_MESSAGE_UNKNOWN', `no request is called ${name.slice(0, 40)}`);
  const caller = callerOf(sender);
  if (!caller || !REQUESTS[name].from.some((kind) => kind === caller.kind)) {
    return failure('ERR_MESSAGE_SENDER', `${name} is not for this sender`);
  }
  try {
    return await run(handlers, name, args, caller);
  } catch (error) {
    console.error(name, error);
    return failure('ERR_MESSAGE_FAILED', error instanceof Error ? error.message : String(error));
  }
}

async function run<N extends RequestName>(
  handlers: Handlers,
  name: N,
  args: unknown,
  caller: Caller,
): Promise<Reply<N>> {
  const parsed = v.safeParse<v.GenericSchema>(REQUESTS[name].args, args);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return failure('ERR_MESSAGE_ARGUMENTS', `${name}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  // The schema of REQUESTS[name] has just held, which TypeScript cannot see across the lookup.
  return { ok: true, value: await handlers[name](parsed.output as Arguments<N>, caller) };
}

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(REQUESTS, name);
}

function failure(
  code: MessageErrorCode,
  message: string,
): { ok: false; code: MessageErrorCode; message: string } {
  return { ok: false, code, message };
}

/** Both browsers give the origin; the polyfill's types do not know it. */
type SenderWithOrigin = Runtime.MessageSender & { readonly origin?: string };

/** Our own scripts only: extension pages by their address, watchers by the tab they are in. */
function callerOf(sender: Runtime.MessageSender): Caller | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const { url = '', origin, tab } = sender as SenderWithOrigin;
  const own = url.startsWith(browser.runtime.getURL(''));
  if (!own && tab?.id === undefined) return undefined;
  return {
    kind: own ? 'extension' : 'page',
    tabId: tab?.id,
    frameId: sender.frameId ?? 0,
    incognito: tab?.incognito ?? false,
    url,
    host: frameHost({ url, origin, tabUrl: tab?.url }),
  };
}
