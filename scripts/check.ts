/** `npm run check`: judges texts, mails and pages on the command line, by the lists that come with the extension. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../lib/i18n/translate';
import { openEmbedded } from './check/embedded';
import { InputError } from './check/input-error';
import { checkLines } from './check/jsonl';
import { printVerdict } from './check/print';
import { readInput } from './check/read-input';

const HELP = `Checks texts for phone numbers and impersonation phrasing. Nothing leaves this computer.

  npm run check -- FILE ...                 .txt, .eml or .html files
  npm run check < FILE                      text on standard input
  npm run --silent check -- --jsonl < IN    one JSON object a line in, one a line out, same order

  --jsonl        in:  {"id","text","sender"?:{"name","address","replyTo"?},"links"?:[{"text","href"}],
                       "turns"?:[{"from","text"}],"site"?,"now"?}
                 out: {"id","level","score","reasons":[{"code","text","start","end"}],"findings":[...]}
                 Offsets are UTF-16 units of the text; without a text, of the turns joined by line breaks. Reasons that
                 have no words in it (the sender, a turn that the text does not hold) stand at 0, 0.
                 turns: "from" is "me" (user, self, you, tôi, bạn) for the reader's own lines, which are not judged.
  --lang vi|en   language of the sentences (default vi)
  --now DATE     the day to judge by, such as 2026-11-25 (default today): old reports count less
  --help

Exit code: 0 when everything was read, 1 when some input could not be read, 2 when the call is wrong.
`;

interface Options {
  readonly files: readonly string[];
  readonly jsonl: boolean;
  readonly language: Language;
  readonly now: string;
}

function parseCall(): Options | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
      now: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const language = LANGUAGES.find((one) => one === values.lang);
  if (!language) throw new Error(`--lang is "${values.lang}": it must be vi or en.`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.now) || Number.isNaN(Date.parse(values.now))) {
    throw new Error(`--now is "${values.now}": it must be a day such as 2026-11-25.`);
  }
  if (values.jsonl && positionals.length > 1) throw new Error('--jsonl reads one file, or standard input.');
  return { files: positionals, jsonl: values.jsonl, language, now: values.now };
}

async function main(): Promise<number> {
  let options: Options | undefined;
  try {
    options = parseCall();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nTry: npm run check -- --help\n`);
    return 2;
  }
  if (!options) {
    process.stdout.write(HELP);
    return 0;
  }
  const embedded = openEmbedded();
  if (options.jsonl) return checkLines(embedded, options.files[0], options.now, options.language);
  const inputs = options.files.length > 0 ? options.files : ['-'];
  let status = 0;
  for (const name of inputs) {
    try {
      const unit = await readInput(name, name === '-' ? readFileSync(0) : readFileSync(name));
      const verdict = embedded.analyse(unit, options.now);
      process.stdout.write(printVerdict(name, unit, verdict, options.language));
    } catch (error) {
      if (!(error instanceof InputError) && !isFileError(error)) throw error;
      process.stderr.write(`${name}: ${(error as Error).message}\n`);
      status = 1;
    }
  }
  return status;
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

process.exitCode = await main();
