/** What the built manifests ask for: nothing that is not needed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHostList, REQUIRED_MATCHES } from '../../lib/page/hosts';
import { CHROME_BUILD, EDITION_BUILD, expect, test } from './support/extension';

interface Manifest {
  readonly update_url?: unknown;
  readonly key?: unknown;
  readonly manifest_version: number;
  readonly permissions: string[];
  readonly host_permissions: string[];
  readonly optional_host_permissions: string[];
  readonly optional_permissions?: string[];
  readonly content_scripts?: {
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

const ROOT = join(import.meta.dirname, '..', '..');
const FIREFOX_BUILD = join(CHROME_BUILD, '..', 'firefox-mv3');
const FIREFOX_EDITION = join(EDITION_BUILD, '..', 'firefox-mv3');
const ADMIN_BUILD = join(ROOT, '.output', 'admin-granted', 'chrome-mv3');
const EDITION_HOSTS = parseHostList(readFileSync(join(import.meta.dirname, 'edition-hosts.txt'), 'utf8'));
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
  ["a department's edition", EDITION_BUILD, EDITION_HOSTS],
  ["a department's edition for Firefox", FIREFOX_EDITION, EDITION_HOSTS],
] as const) {
  test(`${name}: least permissions, exact hosts, nothing open to pages`, () => {
    const manifest = read(build);
    const hosts = [...REQUIRED_MATCHES, ...extra];
    expect(manifest.manifest_version).toBe(3);
    // Firefox has its side bar without asking.
    const panel = build.includes('firefox') ? [] : ['sidePanel'];
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
    // A `*` in a host would reach sites that nobody named.
    for (const host of hosts) expect(host).toMatch(/^https?:\/\/[a-z0-9.-]+\/\*$/);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(
      manifest.content_scripts?.map(({ matches, js, all_frames, match_origin_as_fallback }) => ({
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

test("the administrators' edition watches no page and asks for one server at a time", () => {
  const manifest = read(ADMIN_BUILD);
  expect([...manifest.permissions].sort()).toEqual(['alarms', 'storage', 'unlimitedStorage']);
  // Granted to the build of the tests alone (scripts/test.mjs): no browser asks nobody.
  expect(manifest.host_permissions).toEqual(['http://127.0.0.1/*']);
  expect(manifest.optional_host_permissions).toEqual([
    'https://*/*',
    'http://localhost/*',
    'http://127.0.0.1/*',
  ]);
  expect(manifest.optional_permissions).toBeUndefined();
  expect(manifest.content_scripts).toBeUndefined();
  expect(manifest.web_accessible_resources).toBeUndefined();
  expect(manifest.externally_connectable).toBeUndefined();
});

test('docs/privacy.md gives a reason for every permission of every edition', () => {
  const page = readFileSync(join(ROOT, 'docs', 'privacy.md'), 'utf8');
  const section = page.slice(page.indexOf('## Permissions'), page.indexOf('## What a page can see'));
  const builds = [CHROME_BUILD, FIREFOX_BUILD, EDITION_BUILD, FIREFOX_EDITION, ADMIN_BUILD].map(read);
  for (const { permissions, optional_permissions: optional = [] } of builds) {
    for (const permission of [...permissions, ...optional]) expect(section).toContain(`\`${permission}\``);
  }
  // And no line for one that is gone.
  const asked = new Set(
    builds.flatMap(({ permissions, optional_permissions: optional = [] }) => [...permissions, ...optional]),
  );
  const lines = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);
  expect(lines.filter((name) => !name.includes('host_permissions') && !asked.has(name))).toEqual([]);
});

test("what the stores refuse is not there: Edge takes Chrome's package as it is", () => {
  const manifest = read(CHROME_BUILD);
  expect(manifest.update_url).toBeUndefined();
  expect(manifest.key).toBeUndefined();
  for (const language of ['vi', 'en']) {
    const file = join(CHROME_BUILD, '_locales', language, 'messages.json');
    const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
    const { extName, extDescription } = texts;
    expect(extName?.message.length, language).toBeLessThanOrEqual(45);
    expect(extDescription?.message.length, language).toBeLessThanOrEqual(132);
    expect(`${extName?.message} ${extDescription?.message}`).not.toMatch(/chrome|firefox|edge/i);
  }
});
