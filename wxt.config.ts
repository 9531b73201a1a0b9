import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { minify } from '@swc/core';
import { defineConfig, type UserConfig } from 'wxt';
import { SCOPES } from './lib/lists/feed/content-schema';
import { readChosen, type ChosenFeed } from './lib/lists/feed/wanted';
import { REQUIRED_MATCHES, parseHostList } from './lib/page/hosts';

/** A department's edition adds its exact hosts: `npm run build -- --hosts FILE` sets this to the file's path. */
const hostFile = process.env.CANH_GIAC_HOSTS;
const matches = [...REQUIRED_MATCHES, ...(hostFile ? parseHostList(readFileSync(hostFile, 'utf8')) : [])];

const icons = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/icon-${size}.png`]));

/** A store signs an id for its first owner alone: who publishes under another account needs another. */
const firefoxId = process.env.CANH_GIAC_FIREFOX_ID || 'canh-giac@canh-giac.vn';

/** What each browser asks of a manifest. Ed25519 in WebCrypto, by which feeds are verified, came with Chrome 137:
 * https://blogs.igalia.com/jfernandez/2025/08/25/ed25519-support-lands-in-chrome-what-it-means-for-developers-and-the-web */
function perBrowser(browser: string, id: string) {
  if (browser !== 'firefox') return { minimum_chrome_version: '137' };
  const none = { required: ['none' as const] };
  return {
    browser_specific_settings: {
      gecko: { id, strict_min_version: '142.0', data_collection_permissions: none },
    },
  };
}

/** The feed that every browser follows, where a publisher hosts one: its address and the SHA-256 of its first root. */
function defaultFeed(): ChosenFeed | null {
  const { CANH_GIAC_FEED: address, CANH_GIAC_FEED_ROOT: fingerprint } = process.env;
  if (!address && !fingerprint) return null;
  const [feed] = readChosen([{ address, fingerprint, scope: SCOPES }]).feeds;
  if (!feed)
    throw new Error('CANH_GIAC_FEED or CANH_GIAC_FEED_ROOT is wrong: an https address, and SHA-256 in hex.');
  return feed;
}

/** SOURCE_DATE_EPOCH makes a build that can be repeated byte for byte: https://reproducible-builds.org/specs/source-date-epoch/ */
const builtSeconds = Number(process.env.SOURCE_DATE_EPOCH ?? Math.floor(Date.now() / 1000));

/**
 * SHA-256 of all that has a say in what lists are made into: what one build keeps for its next start, no other reads.
 */
function codeHash(): string {
  const hash = createHash('sha256');
  const files = ['lib', 'public/feed'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of ['package-lock.json', ...files].map((name) => name.replaceAll('\\', '/')).sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** WXT's frame of a script writes crashes to a log that is empty in what ships: every page would load it for nothing. */
const bareScripts = {
  name: 'bare-scripts',
  transform(code: string, id: string) {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return undefined;
    const [definition = ''] = code.split('\n', 1);
    return `${definition}\nexport default definition.main();`;
  },
};

/**
 * Properties of objects that never leave page.js: as short there as variables. None that the overlay and the background read
 * of PageSession and SeenUnit, nor any of what is sent. What the DOM calls something stays long whatever is said here.
 */
export const OWN_NAMES =
  /^(?:hasRoom|putBack|takeChange|repaint|paintLate|dropGone|hasLostWords|asked|forget|sendAsked|isOver|serves|hides|takeShown|together|inline|apart|generic|wasRead|onNeedOverlay|onChange|onError|asShown|pieces|senderPlace|kinds|messages|siteRules|known|blocks|parts|hear|begin|looks|leave|checkSelf|look|inNode|holder|partStart|cut|place|first|words|ranges|paint|judge|hasMore|lostSite|reading|reasonRanges|whole|surroundings|said|unseen|heard|extent|anyUnit|roundEnded|take|unitsAt|node|session|drop|flash|work|read|ask|far|sample)$/;

/** What each page loads is made 5% smaller than Vite's own minifier makes it; for the rest that is not worth the time. */
const smallPage = {
  name: 'small-page',
  async generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    const page = bundle['page.js'];
    if (!page?.code) return;
    // No function of ours asks for the `this` that it is called with, and none reads a property for what that does.
    const compress = {
      passes: 3,
      ecma: 2020 as const,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
      keep_fargs: false,
    };
    // The name at the top stays: WXT asks for it at the end of each script, see its iifeFooter.
    page.code = (
      await minify(page.code, { compress, mangle: { props: { regex: OWN_NAMES.source } }, ecma: 2020 })
    ).code;
  },
};

/**
 * In Chromium each element inherits the highlights of its parent: said of the root alone they cost a page nothing, said
 * of every element half as much again as all its own styles. In Firefox they do not inherit.
 */
const rootHighlights = {
  name: 'root-highlights',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    return id.includes('highlights.css') ? code.replaceAll('::highlight', ':root::highlight') : undefined;
  },
};

/** What people install: it watches pages and warns. */
const edition: UserConfig = {
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'vi',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'contextMenus'],
    host_permissions: matches,
    optional_host_permissions: ['*://*/*'],
    // Asked for by the switch for notifications of new notices.
    optional_permissions: ['notifications'],
    icons,
    // Not a WXT content script: those announce themselves to the page by events that a page could forge.
    content_scripts: [
      {
        matches,
        js: ['page.js'],
        css: ['assets/highlights.css'],
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: 'document_idle',
      },
    ],
    // No key that a browser keeps to itself, such as Alt+Shift+T and C of Chromium: the command would have none.
    commands: {
      'open-card': {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_command_open_card__',
      },
      'look-up': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_command_look_up__',
      },
      'save-evidence': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_command_save_evidence__',
      },
      _execute_action: { suggested_key: { default: 'Alt+Shift+H' } },
    },
    // Firefox takes policies without a schema, and warns of the key.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    ...perBrowser(browser, firefoxId),
  }),
};

/** `npm run build:admin`: the console by which publishers keep a feed. It watches no page. */
const adminEdition: UserConfig = {
  entrypointsDir: 'entrypoints/admin',
  outDir: '.output/admin',
  hooks: {
    // Messages on which an edited phrase pack is tried before it is published.
    'build:publicAssets': (_, assets) => {
      const absoluteSrc = resolve('tests/corpus/messages-dev.jsonl');
      assets.push({ absoluteSrc, relativeDest: 'corpus/messages-dev.jsonl' });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_adminName__',
    description: '__MSG_adminDescription__',
    default_locale: 'vi',
    permissions: ['storage', 'unlimitedStorage', 'alarms'],
    // Asked for one server at a time, when the administrator opens a feed or publishes there.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // Browsers that nobody watches show no prompt: the tests' own build has the right from the start.
    ...(process.env.CANH_GIAC_GRANTED ? { host_permissions: process.env.CANH_GIAC_GRANTED.split(',') } : {}),
    icons,
    action: { default_title: '__MSG_adminName__' },
    ...perBrowser(browser, 'canh-giac-admin@canh-giac.vn'),
  }),
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  vite: ({ browser, command }) => ({
    define: {
      __CANH_GIAC_BUILT__: String(builtSeconds * 1000),
      __CANH_GIAC_CODE__: JSON.stringify(command === 'build' ? codeHash() : ''),
      __CANH_GIAC_FEED__: JSON.stringify(defaultFeed()),
    },
    // The console is loaded from disk by its few users: one chunk is fine.
    build: { chunkSizeWarningLimit: 1500 },
    plugins: [bareScripts, smallPage, browser !== 'firefox' && rootHighlights],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  }),
  ...(process.env.CANH_GIAC_EDITION === 'admin' ? adminEdition : edition),
  ...(process.env.CANH_GIAC_OUT ? { outDir: process.env.CANH_GIAC_OUT } : {}),
});
