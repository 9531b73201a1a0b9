/** Administrators with a folder each, and what they do in it. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect } from 'vitest';
import type { Changes } from '../../../scripts/feed/disk';
import { parseCall, type Answer, type Command } from '../../../scripts/feed/call';
import { pull } from '../../../scripts/feed/commands/pull';
import { numberIn, withLines } from '../../../scripts/feed/editing';
import { ConflictError } from '../../../scripts/feed/conflict';
import type { FeedFolder } from '../../../scripts/feed/folder';
import { signersIn } from '../../../scripts/feed/keys';
import { signDraft, type Signing } from '../../../scripts/feed/publishing';
import { lineOf } from '../../../lib/lists/reported/state';
import { withoutNumber } from './without-number';
import { copyOfFolder, keysOf, newFeed, readAsBrowser } from './publisher';

/** Numbers of these tests. */
export const [ONE, TWO, THREE] = ['+842920000001', '+842920000002', '+842920000003'] as const;

/** A feed with two of them, published. */
export async function newFeedOfTwo(): Promise<FeedFolder> {
  const folder = await newFeed();
  add(folder, line(ONE), line(TWO));
  await sign(folder);
  return folder;
}

/** A feed that is made once, and before each test a copy of it for each of two administrators. */
export function administrators(
  make: () => Promise<FeedFolder>,
  take: (folders: readonly [made: FeedFolder, an: FeedFolder, binh: FeedFolder]) => void,
): void {
  let made: FeedFolder;
  beforeAll(async () => {
    made = await make();
  });
  beforeEach(() => {
    take([made, copyOfFolder(made), copyOfFolder(made)]);
  });
}

/** What `COMMAND DIR ...args` does, with the keys of the folder. */
export function called(command: Command, folder: FeedFolder, ...args: string[]): Promise<Answer> {
  const { values, positionals } = parseCall(['command', folder.path, ...args]);
  return command.run({ folder, values, rest: positionals.slice(2), source: keysOf(folder) });
}

/** What `pull DIR ...args` does. */
export function pullInto(folder: FeedFolder, ...args: string[]): Promise<Answer> {
  return called(pull, folder, ...args);
}

/** The line of an entry. */
export function line(number: string, category = 'police', publisher = 'Báo'): string {
  return lineOf({
    number: numberIn(number) ?? number,
    category,
    pretends: { vi: 'giả công an', en: 'fake police' },
    publisher,
    url: 'https://bao.example.vn/',
    date: '2026-11-01',
    strength: 'strong',
  });
}

/** Adds entries to the draft. */
export function add(folder: FeedFolder, ...lines: string[]): void {
  folder.writeReported(withLines(folder.draft().reported, lines));
}

/** Takes a number out of the draft. */
export function remove(folder: FeedFolder, number: string): void {
  folder.writeReported(withoutNumber(folder.draft().reported, number));
}

/** The entries of a number in the draft. */
export function entries(folder: FeedFolder, number: string): readonly string[] {
  return folder.draft().reported.get(number) ?? [];
}

/** Changes the directory of the draft. */
export function editDirectory(folder: FeedFolder, change: (directory: Directory) => void): void {
  const draft = folder.draft();
  const directory = structuredClone(draft.directory) as Directory;
  change(directory);
  folder.writeDraft({ ...draft, directory });
}

export interface Directory {
  hotlines: { number: string; cost?: { vi: string; en: string } }[];
}

/** Puts `public` of one folder in the place of another's. `whole`: what is there goes before. */
export function copyPublic(from: FeedFolder, to: FeedFolder, whole = false): void {
  if (whole) rmSync(join(to.path, 'public'), { recursive: true, force: true });
  cpSync(join(from.path, 'public'), join(to.path, 'public'), { recursive: true });
}

/** Every file of the draft with its bytes, and the proposal. */
export function stateOfFolder(folder: FeedFolder): Changes {
  const names = [
    'feed.json',
    'directory.json',
    'site-pack.json',
    'phrase-pack.json',
    'reported.jsonl',
    'base.json',
    'numbers.bin',
  ];
  return new Map(
    [...names.map((name) => `draft/${name}`), 'proposal.json'].map((name) => [
      name,
      folder.has(name) ? folder.disk.read(name) : undefined,
    ]),
  );
}

/** Publishes the draft with every key of the folder. `allowed`: what is said yes to. */
export async function sign(folder: FeedFolder, ...allowed: readonly string[]): Promise<Signing> {
  const signing = await signDraft(folder, await signersIn(keysOf(folder)), new Set(allowed));
  expect(signing.missing).toBeUndefined();
  return signing;
}

/** The numbers of these tests that browsers have. */
export async function live(folder: FeedFolder): Promise<Record<string, readonly string[]>> {
  const { reported } = await readAsBrowser(folder);
  return Object.fromEntries([...(reported ?? [])].filter(([number]) => number.startsWith('+84292000000')));
}

/** The conflicts that a pull is refused for. */
export async function conflictsOf(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConflictError);
  return (error as ConflictError).conflicts.map(({ id }) => id);
}
