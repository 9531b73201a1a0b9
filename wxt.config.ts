import { readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { REQUIRED_MATCHES, parseHostList } from './lib/page/hosts';

/** A department's edition adds its exact hosts: `npm run build -- --hosts FILE` sets this to the file's path. */
const hostFile = process.env.CANH_GIAC_HOSTS;
const matches = [...REQUIRED_MATCHES, ...(hostFile ? parseHostList(readFileSync(hostFile, 'utf8')) : [])];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  ...(process.env.CANH_GIAC_OUT ? { outDir: process.env.CANH_GIAC_OUT } : {}),
  vite: () => ({
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'vi',
    permissions: ['storage', 'scripting', 'activeTab'],
    host_permissions: matches,
    optional_host_permissions: ['*://*/*'],
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/icon-${size}.png`])),
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
    commands: {
      'open-card': {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_command_open_card__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'canh-giac@canh-giac.vn',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // Ed25519 in WebCrypto, by which feeds are verified: https://chromestatus.com/feature/4913922408710144
        { minimum_chrome_version: '137' }),
  }),
});
