/** The call of a command: its options, and what a command answers. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Objection } from '../../lib/lists/publish/guards';
import type { FeedFolder } from './folder';
import type { KeySource } from './keys';

/** Exit codes. */
export const EXIT = { done: 0, refused: 1, call: 2, unsigned: 3, confirm: 4, conflict: 5 } as const;

/** The call itself is wrong. */
export class CallError extends Error {}

/** What is asked about before a version is brought back. */
export const BACK_CONFIRMABLE = ['draft', 'compact'] as const;

/** Something that is done only where `--allow` names its code. */
export type Asked =
  Objection | { readonly code: (typeof BACK_CONFIRMABLE)[number]; readonly numbers: readonly string[] };

/** A change that is asked about twice. */
export class ConfirmError extends Error {
  constructor(
    message: string,
    readonly objections: readonly Asked[],
  ) {
    super(message);
  }
}

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;

export const OPTIONS = {
  from: { ...text, default: fileURLToPath(new URL('../../public/feed', import.meta.url)) },
  name: text,
  'root-keys': { ...text, default: '1' },
  threshold: text,
  'targets-keys': { ...text, default: '1' },
  'targets-threshold': { ...text, default: '1' },
  keys: texts,
  'passphrase-file': text,
  export: text,
  rotate: text,
  role: text,
  use: text,
  'make-key': text,
  category: text,
  vi: text,
  en: text,
  authority: text,
  publisher: text,
  url: text,
  date: text,
  strength: text,
  compact: flag,
  first: text,
  last: text,
  count: text,
  status: text,
  columns: texts,
  sheet: text,
  head: text,
  allow: texts,
  where: texts,
  why: text,
  source: text,
  who: text,
  proposal: text,
  withdraw: flag,
  again: flag,
  renew: flag,
  days: { ...text, default: '30' },
  fingerprint: text,
  ours: texts,
  theirs: texts,
  port: { ...text, default: '8787' },
  to: text,
  s3: flag,
  region: text,
  'login-file': text,
  over: flag,
  json: flag,
  help: { ...flag, short: 'h' },
} as const;

export function parseCall(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new CallError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

export type Values = ReturnType<typeof parseCall>['values'];

export interface Call {
  readonly folder: FeedFolder;
  /** What stands behind DIR. */
  readonly rest: readonly string[];
  readonly values: Values;
  readonly source: KeySource;
}

export interface Answer {
  /** For people. */
  readonly lines: readonly string[];
  /** For people, on the error stream: with --json and in a cron job they are seen there. */
  readonly warnings?: readonly string[];
  /** For programs: the one JSON value that --json prints. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly code?: number;
}

/** `writes`: the command needs the folder for itself. */
export interface Command {
  readonly writes: boolean;
  run(call: Call): Promise<Answer>;
}

export function needed(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new CallError(`${name} is missing.`);
  return value;
}

export function countFrom(name: string, value: string): number {
  if (!/^\d{1,5}$/.test(value)) throw new CallError(`--${name} is "${value}": it must be a number.`);
  return Number(value);
}

/** 1 number, 2 numbers. */
export function count(many: number, one: string, more = `${one}s`): string {
  return `${String(many)} ${many === 1 ? one : more}`;
}
