/** Every error code of the product has a text in both languages: what happened, what it means, what to do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT_NOTES } from '../../../entrypoints/evidence/note-of';
import enAdmin from '../../../lib/i18n/en/admin.json';
import enFeeds from '../../../lib/i18n/en/feeds.json';
import enPeople from '../../../lib/i18n/en/people.json';
import enTrouble from '../../../lib/i18n/en/trouble.json';
import viAdmin from '../../../lib/i18n/vi/admin.json';
import viFeeds from '../../../lib/i18n/vi/feeds.json';
import viPeople from '../../../lib/i18n/vi/people.json';
import viTrouble from '../../../lib/i18n/vi/trouble.json';
import { TROUBLE_TASKS } from '../../../lib/troubles';

const ROOT = join(import.meta.dirname, '..', '..', '..');
type Table = Record<string, string>;
const TABLES: Readonly<Record<string, readonly [vi: Table, en: Table]>> = {
  admin: [viAdmin, enAdmin],
  feeds: [viFeeds, enFeeds],
  people: [viPeople, enPeople],
  trouble: [viTrouble, enTrouble],
};

/** Codes that reach people under another name: where they are told. */
const TOLD_AS: Readonly<Record<string, readonly string[]>> = {
  // A feed's documents: entrypoints/background/feeds.ts and lib/lists/feed/documents.ts; in the console by its place.
  ERR_LIST_SCHEMA: ['feeds.error_ERR_FEED_CONTENT', 'admin.error_list'],
  ERR_LIST_FORMAT_NEWER: ['feeds.error_ERR_FEED_FORMAT_NEWER', 'admin.error_list'],
  ERR_PACK_FORMAT: ['feeds.error_ERR_FEED_CANARY', 'admin.error_unknown'],
  ERR_PACK_SHAPE: ['feeds.error_ERR_FEED_CANARY', 'admin.error_unknown'],
  ERR_PACK_PATTERN: ['feeds.error_ERR_FEED_CANARY', 'admin.error_unknown'],
  // Nothing that a person could do differently for each: components/options/feeds/Feeds.tsx.
  ERR_STORE_UNAVAILABLE: ['feeds.store_other'],
  ERR_STORE_EMPTY: ['feeds.store_other'],
  ERR_STORE_CONFLICT: ['feeds.store_other'],
  ERR_STORE_FAILED: ['feeds.store_other'],
};

function codesInSource(): string[] {
  const files = ['lib', 'entrypoints', 'components'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(ROOT, room, name), 'utf8')),
  );
  return [...new Set(files.flatMap((text) => text.match(/(?<=')ERR_[A-Z_]+(?=')/g) ?? []))].sort();
}

/** Names of the texts of a code, as `table.key`. */
function textsOf(code: string): readonly string[] {
  if (Object.hasOwn(REPORT_NOTES, code)) return [`people.${REPORT_NOTES[code as keyof typeof REPORT_NOTES]}`];
  const own = [`feeds.error_${code}`, `feeds.store_${code}`, `admin.${code}`, `trouble.${code}`];
  const found = own.filter((name) => textsAt(name)[0] !== undefined);
  return found.length > 0 ? found : (TOLD_AS[code] ?? []);
}

function textsAt(name: string): (string | undefined)[] {
  const [table = '', key = ''] = name.split('.');
  return (TABLES[table] ?? []).map((one: Table) => one[key]);
}

const sentences = (text: string) => text.split(/(?<=[.:;?}])\s+(?=\p{Lu})/u);

describe('error codes', () => {
  test('there are many, found in the source itself', () => {
    expect(codesInSource().length).toBeGreaterThan(70);
  });

  test.each(codesInSource())('%s has texts of at least three parts in vi and en', (code) => {
    const names = textsOf(code);
    expect(names).not.toEqual([]);
    for (const name of names) {
      for (const text of textsAt(name)) {
        expect(sentences(text ?? '').length, `${name}: ${text ?? ''}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('no code stands in the list of other names that is gone or has a text of its own', () => {
    const codes = codesInSource();
    for (const code of Object.keys(TOLD_AS)) {
      expect(codes).toContain(code);
      expect(textsOf(code)).toBe(TOLD_AS[code]);
    }
  });
});

test.each(TROUBLE_TASKS)('%s has a text for people, of at least three parts', (task) => {
  for (const table of TABLES.trouble ?? []) {
    expect(sentences(table[`task_${task}`] ?? '').length).toBeGreaterThanOrEqual(3);
  }
});

const errorRows = Object.entries(TABLES).flatMap(([table, [vi, en]]) =>
  Object.keys(vi)
    .filter((key) => /ERR_|error_|task_/.test(key))
    .map((key) => [`${table}.${key}`, vi[key] ?? '', en[key] ?? ''] as const),
);

test.each(errorRows)('%s is calm: short sentences, no exclamation mark, no code', (_, vi, en) => {
  for (const text of [vi, en]) {
    expect(text).not.toMatch(/!|ERR_/);
    for (const sentence of text.split(/(?<=[.:;?])\s+/)) {
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
    }
  }
});
