/** `npm run build`: builds the extension; `--hosts FILE` builds a department's edition with its exact hosts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'wxt';
import { parseHostList } from '../lib/page/hosts';

const HELP = `Builds the extension into .output/.

  npm run build                       for Chromium
  npm run build -- --browser firefox  for Firefox
  npm run build:admin                 the administrators' edition, into .output/admin/
  npm run build -- --hosts FILE       a department's edition: watched hosts beside the usual ones.
                                      FILE holds one exact host a line, # starts a comment.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      admin: { type: 'boolean', default: false },
      hosts: { type: 'string' },
      browser: { type: 'string', default: 'chrome' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (values.browser !== 'chrome' && values.browser !== 'firefox') {
    throw new Error(`--browser is "${values.browser}": it must be chrome or firefox.`);
  }
  if (values.admin) process.env.CANH_GIAC_EDITION = 'admin';
  if (values.hosts !== undefined) {
    // Read here too, so that a wrong line is named before anything is built.
    const count = parseHostList(readFileSync(values.hosts, 'utf8')).length;
    process.env.CANH_GIAC_HOSTS = resolve(values.hosts);
    process.stdout.write(`Edition with ${count} more hosts from ${values.hosts}.\n`);
  }
  await build({ browser: values.browser, manifestVersion: 3 });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
