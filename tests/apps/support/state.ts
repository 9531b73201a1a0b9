import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Where the servers keep their data and logs. */
export const STATE = process.env.STATE ?? join(ROOT, '.apps');
/** A department's edition with the hosts of tests/apps/hosts.txt. */
export const APPS_BUILD = join(ROOT, '.output', 'apps', 'chrome-mv3');
export const APPS_FIREFOX_BUILD = join(ROOT, '.output', 'apps', 'firefox-mv3');
/** The names that lead to each server. */
export const HOSTS = {
  'roundcube.apps.example:80': 18081,
  'larry.apps.example:80': 18085,
  'sogo.apps.example:80': 18082,
  'converse.apps.example:80': 18092,
  'nodebb.apps.example:80': 18093,
};
