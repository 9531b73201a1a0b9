import { readHost, type Host } from '../hosts/host-name';
import { isUnder, WRAPPERS } from '../hosts/known-hosts';

/** Where a link leads. */
export interface Target {
  readonly host: Host;
  /** What stands before an @ in front of the host: people take it for the host. */
  readonly user: string | undefined;
  /** True where it leads to an installation file of an Android app. */
  readonly app: boolean;
  readonly mail: boolean;
}

const MAX_HREF = 4000;
const WEB =
  /^\s*(?:(?:https?|ftp):)?[\\/]{0,8}((?:[^\\/?#@]{0,300}@)?)([^\\/?#@:]{1,300}|\[[0-9a-f:.]{2,45}\])(?::\d{0,5})?(?=[\\/?#]|\s*$)/i;
const APP = /\.(?:apk|xapk|apks|apkm)(?=$|[?#&])/i;
const WRAPPED = /[?&](?:u|url|q|target|to)=(https?(?::|%3a)[^&#]{1,2000})/i;

/** Reads where an address leads, one wrapper of a known site undone; undefined where it names no host. O(length). */
export function readTarget(href: string): Target | undefined {
  return unwrapped(href.slice(0, MAX_HREF));
}

function unwrapped(href: string, depth = 0): Target | undefined {
  const mail = /^\s*mailto:[^@?]{1,200}@([^?\s>]{1,253})/i.exec(href)?.[1];
  if (mail !== undefined) {
    const host = readHost(decoded(mail));
    return host && { host, user: undefined, app: false, mail: true };
  }
  // Tabs and line breaks inside an address are passed over by browsers.
  const clean = href.replace(/[\t\n\r]/g, '');
  if (/^\s*[a-z][a-z0-9+.-]*:(?!\d)/i.test(clean) && !/^\s*(?:https?|ftp):/i.test(clean)) return undefined;
  const parts = WEB.exec(clean);
  const host = parts && readHost(decoded(parts[2] ?? ''));
  if (!parts || !host) return undefined;
  const inner = depth === 0 && isUnder(host.name, WRAPPERS) ? WRAPPED.exec(clean)?.[1] : undefined;
  const target = inner === undefined ? undefined : unwrapped(decoded(inner), 1);
  if (target) return target;
  const user = (parts[1] ?? '').slice(0, -1);
  const app = APP.test(clean.slice(parts[0].length).split('#')[0] ?? '');
  return { host, user: user === '' ? undefined : decoded(user), app, mail: false };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
