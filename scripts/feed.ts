/** `npm run feed`: makes, changes, signs, checks and serves a feed on the command line. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { ROLES } from '../lib/lists/feed/metadata';
import { keyIdOf } from '../lib/lists/feed/signatures';
import { keyValue } from '../lib/lists/publish/keys';
import { countOf, lineOf } from '../lib/lists/reported/state';
import { addEntries, contentFrom, numberIn, readImport, removeNumber } from './feed/editing';
import { FeedFolder } from './feed/folder';
import {
  diffDraft,
  fingerprintOf,
  makeKeys,
  publishDraft,
  refreshDates,
  rotateKeys,
} from './feed/publishing';
import { serveFolder } from './feed/serve';
import { verifyFeed } from './feed/verify';

const HELP = `Makes and keeps a feed: signed lists that any web server can give to browsers.

  npm run feed -- init DIR        keys, draft and first publication. --from FOLDER: lists to begin with (default: those
                                  that come with the extension); --name NAME; --root-keys N, --threshold N
  npm run feed -- keys DIR        which keys sign. --rotate ROLE: new keys for root, targets, snapshot or timestamp
  npm run feed -- add DIR NUMBER --category C --vi TEXT --en TEXT --publisher P --url URL [--date DAY] [--strength S]
  npm run feed -- remove DIR NUMBER
  npm run feed -- import DIR FILE a reported list (.json), or one entry a line (.jsonl)
  npm run feed -- diff DIR        what the draft changes
  npm run feed -- sign DIR        publishes the draft as a new version
  npm run feed -- refresh DIR     signs new dates; for cron, daily
  npm run feed -- verify PLACE    reads DIR, or the feed at an address, as a browser does. --fingerprint SHA256
  npm run feed -- serve DIR       serves it on loopback. --port N (default 8787)

DIR/keys is secret: keep it off the web server. DIR/public is what the web server gives.
Exit code: 0 done, 1 refused, 2 the call is wrong.
`;

class CallError extends Error {}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: fileURLToPath(new URL('../public/feed', import.meta.url)) },
    name: { type: 'string' },
    'root-keys': { type: 'string', default: '1' },
    threshold: { type: 'string', default: '1' },
    rotate: { type: 'string' },
    category: { type: 'string' },
    vi: { type: 'string' },
    en: { type: 'string' },
    publisher: { type: 'string' },
    url: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    strength: { type: 'string', default: 'strong' },
    fingerprint: { type: 'string' },
    port: { type: 'string', default: '8787' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function needed(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new CallError(`${name} is missing.`);
  return value;
}

function countFrom(name: string, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new CallError(`--${name} is "${text}": it must be a number.`);
  return Number(text);
}

type Command = (folder: FeedFolder, rest: readonly string[]) => Promise<void> | void;

const COMMANDS: Readonly<Record<string, Command>> = {
  async init(folder) {
    if (folder.exists()) throw new CallError(`${folder.path} is there already.`);
    const [count, threshold] = [
      countFrom('root-keys', values['root-keys']),
      countFrom('threshold', values.threshold),
    ];
    if (threshold < 1 || count < threshold) throw new CallError('--threshold must be from 1 to --root-keys.');
    folder.writeDraft(contentFrom(values.from, values.name ?? folder.path.split(/[\\/]/).at(-1) ?? 'feed'));
    await makeKeys(folder, count, threshold);
    const { version } = await publishDraft(folder);
    say(`Version ${version} is ready in ${join(folder.path, 'public')}.`);
    say(`Fingerprint of its first root: ${await fingerprintOf(folder)}`);
  },
  async keys(folder) {
    if (values.rotate !== undefined) {
      const role = ROLES.find((one) => one === values.rotate);
      if (!role)
        throw new CallError(`--rotate is "${values.rotate}": it must be one of ${ROLES.join(', ')}.`);
      say(`Root ${await rotateKeys(folder, role)} has new keys for ${role}.`);
    }
    for (const role of ROLES) {
      const { keys, threshold } = folder.keyFile(role);
      const ids = await Promise.all(keys.map((key) => keyIdOf(keyValue(key.public))));
      say(`${role}: ${threshold} of ${ids.map((id) => id.slice(0, 16)).join(', ')}`);
    }
  },
  add(folder, [text]) {
    const line = lineOf({
      number: numberIn(needed('NUMBER', text)),
      category: needed('--category', values.category),
      pretends: { vi: needed('--vi', values.vi), en: needed('--en', values.en) },
      publisher: needed('--publisher', values.publisher),
      url: needed('--url', values.url),
      date: values.date,
      strength: values.strength === 'weak' ? 'weak' : 'strong',
    });
    say(`${addEntries(folder, [line])} new in the draft. Publish it with sign.`);
  },
  remove(folder, [text]) {
    const number = numberIn(needed('NUMBER', text));
    const entries = removeNumber(folder, number);
    if (entries === 0) throw new Error(`${number} is not in the draft.`);
    say(`${number} is out of the draft (${entries} entries). Publish it with sign.`);
  },
  import(folder, [file]) {
    const lines = readImport(needed('FILE', file));
    say(`${lines.length} read, ${addEntries(folder, lines)} new in the draft. Publish it with sign.`);
  },
  async diff(folder) {
    const { added, removed, changed, lists } = await diffDraft(folder);
    say(`${added.length} new numbers, ${removed.length} removed, ${changed.length} changed.`);
    for (const [sign, numbers] of [
      ['+', added],
      ['-', removed],
      ['~', changed],
    ] as const) {
      for (const number of numbers) say(`${sign} ${number}`);
    }
    for (const name of lists) say(`~ ${name}`);
  },
  async sign(folder) {
    const { version } = await publishDraft(folder);
    say(`Version ${version} is ready in ${join(folder.path, 'public')}.`);
  },
  async refresh(folder) {
    say(`Signed anew; the timestamp holds until ${await refreshDates(folder)}.`);
  },
  async verify(folder) {
    const remote = /^https?:/.test(folder.path);
    const fingerprint = remote ? needed('--fingerprint', values.fingerprint) : await fingerprintOf(folder);
    const place = remote ? folder.path : join(folder.path, 'public');
    const { content, expires } = await verifyFeed(place, values.fingerprint ?? fingerprint);
    const entries = content.reported ? countOf(content.reported.entries) : 0;
    say(`Version ${content.info.version}: ${entries} reported entries, holds until ${expires}.`);
  },
  async serve(folder) {
    const server = await serveFolder(join(folder.path, 'public'), countFrom('port', values.port));
    say(`Address:     http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    say(`Fingerprint: ${await fingerprintOf(folder)}`);
    say('Add both in the options of the extension. Ctrl+C ends it.');
  },
};

async function main(): Promise<number> {
  const [name = '', place, ...rest] = positionals;
  if (values.help || name === '') {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new CallError(`There is no command "${name}".`);
    await command(new FeedFolder(needed('DIR', place)), rest);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof CallError ? 2 : 1;
  }
}

process.exitCode = await main();
