/**
 * The site of what a person typed or pasted: its host and the match pattern to ask for. Plain http only where it is
 * written so. Undefined for anything but the address of a web page. Pure.
 */
export function siteOf(typed: string): { readonly host: string; readonly pattern: string } | undefined {
  const address = typed.trim();
  const parsed = URL.parse(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);
  if (!parsed || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return undefined;
  const { hostname } = parsed;
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(hostname)) return undefined;
  return { host: hostname, pattern: `${parsed.protocol}//${hostname}/*` };
}
