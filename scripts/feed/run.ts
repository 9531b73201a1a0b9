/** From the words of a call to what it prints, and the code that it ends with. */
import { resolve } from 'node:path';
import { CallError, ConfirmError, EXIT, needed, parseCall, type Answer, type Command } from './call';
import { edit } from './commands/bulk';
import { add, importFile, remove } from './commands/drafting';
import { diff } from './commands/diff';
import { history } from './commands/history';
import { keys, makeOwnKey } from './commands/keys';
import { init, prune, refresh, sign } from './commands/publishing';
import { publish } from './commands/publish';
import { pull } from './commands/pull';
import { exportCommand, serve, sizes, verify } from './commands/reading';
import { rollback } from './commands/rollback';
import { search } from './commands/search';
import { ConflictError } from './conflict';
import { FeedFolder } from './folder';
import { HELP } from './help';
import { locked } from './lock';
import { printed } from './printed';

const COMMANDS: Readonly<Record<string, Command>> = {
  init,
  keys,
  add,
  edit,
  remove,
  import: importFile,
  search,
  pull,
  diff,
  history,
  rollback,
  sign,
  refresh,
  publish,
  prune,
  verify,
  serve,
  export: exportCommand,
  sizes,
};

async function answer(args: readonly string[]): Promise<Answer> {
  const { values, positionals } = parseCall(args);
  const [name = '', place, ...rest] = positionals;
  if (values.help) return { lines: [HELP.trimEnd()], data: { help: HELP } };
  if (name === '') throw new CallError(HELP.trimEnd());
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new CallError(`There is no command "${name}".`);
  if (name === 'keys' && values['make-key'] !== undefined)
    return makeOwnKey(resolve(values['make-key']), values);
  const path = needed('DIR', place);
  const folder = FeedFolder.at(/^https?:/.test(path) ? path : resolve(path));
  const source = {
    paths: values.keys ?? [`${folder.path}/keys`],
    env: process.env,
    passphraseFile: values['passphrase-file'],
  };
  const call = { folder, rest, values, source };
  const isAddress = /^https?:/.test(path);
  if (isAddress && name !== 'verify') throw new CallError(`${name} needs a folder, not an address.`);
  const begins = name === 'init' || (name === 'pull' && rest.length > 0);
  if (!isAddress && !begins && !folder.has('public'))
    throw new CallError(`${path} is no folder of a feed: init first.`);
  if (!command.writes) return command.run(call);
  return locked(folder.path, () => {
    folder.disk.finish();
    return command.run(call);
  });
}

function codeOf(error: unknown): number {
  if (error instanceof CallError) return EXIT.call;
  if (error instanceof ConflictError) return EXIT.conflict;
  return error instanceof ConfirmError ? EXIT.confirm : EXIT.refused;
}

/** What a call prints, and the code that it ends with. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command. */
export async function run(args: readonly string[]): Promise<Run> {
  const json = args.includes('--json');
  try {
    const { lines, data, warnings = [], code = EXIT.done } = await answer(args);
    const text = (some: readonly string[]) => some.map((line) => `${printed(line)}\n`).join('');
    return {
      code,
      out: json ? `${JSON.stringify(data)}\n` : text(lines),
      err: text(warnings.map((warning) => `Warning: ${warning}`)),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reason = error instanceof Error && 'code' in error ? error.code : undefined;
    const objections = error instanceof ConfirmError ? error.objections : undefined;
    const conflicts = error instanceof ConflictError ? error.conflicts : undefined;
    const told = { message, code: reason, objections, conflicts };
    return {
      code: codeOf(error),
      out: json ? `${JSON.stringify({ error: told })}\n` : '',
      err: `${printed(message)}\n`,
    };
  }
}
