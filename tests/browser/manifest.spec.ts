/** What the built manifests ask for: nothing that is not needed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHostList, REQUIRED_MATCHES } from '../../lib/page/hosts';
import { CHROME_BUILD, EDITION_BUILD, expect, test } from './support/extension';

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: string[];
  readonly host_permissions: string[];
  readonly optional_host_permissions: string[];
  readonly optional_permissions: string[];
  readonly content_scripts: {
    matches: string[];
    js: string[];
    all_frames?: boolean;
    match_origin_as_fallback?: boolean;
  }[];
  readonly side_panel?: unknown;
  readonly sidebar_action?: unknown;
  readonly content_security_policy?: unknown;
  readonly web_accessible_resources?: unknown;
  readonly externally_connectable?: unknown;
  readonly minimum_chrome_version?: string;
  readonly browser_specific_settings?: { readonly gecko: { readonly strict_min_version: string } };
}

const FIREFOX_BUILD = join(CHROME_BUILD, '..', 'firefox-mv3');
const read = (build: string) => JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Manifest;

test('browsers without Ed25519 in WebCrypto cannot verify feeds and are not served', () => {
  expect(Number(read(CHROME_BUILD).minimum_chrome_version)).toBeGreaterThanOrEqual(137);
  expect(
    Number.parseInt(read(FIREFOX_BUILD).browser_specific_settings?.gecko.strict_min_version ?? ''),
  ).toBeGreaterThanOrEqual(129);
});

for (const [name, build, extra] of [
  ['Chromium', CHROME_BUILD, []],
  ['Firefox', FIREFOX_BUILD, []],
  [
    "a department's edition",
    EDITION_BUILD,
    parseHostList(readFileSync(join(import.meta.dirname, 'edition-hosts.txt'), 'utf8')),
  ],
] as const) {
  test(`${name}: least permissions, exact hosts, nothing open to pages`, () => {
    const manifest = read(build);
    const hosts = [...REQUIRED_MATCHES, ...extra];
    expect(manifest.manifest_version).toBe(3);
    // Firefox has its side bar without asking.
    const panel = name === 'Firefox' ? [] : ['sidePanel'];
    expect([...manifest.permissions].sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      ...panel,
      'storage',
      'unlimitedStorage',
    ]);
    expect(manifest.side_panel ?? manifest.sidebar_action).toBeTruthy();
    expect(manifest.host_permissions).toEqual(hosts);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(
      manifest.content_scripts.map(({ matches, js, all_frames, match_origin_as_fallback }) => ({
        matches,
        js,
        all_frames,
        match_origin_as_fallback,
      })),
    ).toEqual([{ matches: hosts, js: ['page.js'], all_frames: true, match_origin_as_fallback: true }]);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_security_policy).toBeUndefined();
  });
}
