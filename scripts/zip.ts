/** `npm run zip`: the packages for the three stores and the source package that Firefox's store asks for. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackages } from './release/packages';
import { toDoText } from './release/to-do';
import { differing } from './release/verify';

const ROOT = join(import.meta.dirname, '..');
const HELP = `Builds the packages for the stores into .output/packages/: Chrome, Edge, Firefox and the source for Firefox's
reviewers, with their SHA-256. The same commit gives the same bytes on every machine.

  npm run zip                                the public edition
  npm run zip -- --hosts FILE                a department's edition, named after FILE: one exact host a line
  npm run zip -- --hosts FILE --firefox-id ID   signed under an id of the department's own, name@host
  npm run zip -- --verify                    builds again from the source package, in another folder with packages
                                             installed anew, and compares; exit code 1 where a byte differs
  npm run zip -- --verify --linked           the same with the packages that are installed here
`;

function main(): void {
  const { values } = parseArgs({
    options: {
      hosts: { type: 'string' },
      'firefox-id': { type: 'string' },
      verify: { type: 'boolean', default: false },
      linked: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const packages = buildPackages(ROOT, { hosts: values.hosts, firefoxId: values['firefox-id'] });
  for (const [file, sum] of packages.sums) process.stdout.write(`${sum}  ${file}\n`);
  process.stdout.write(`In ${packages.folder}\n${toDoText(ROOT)}`);
  if (!values.verify) return;
  const others = differing(packages, values.linked ? join(ROOT, 'node_modules') : undefined);
  process.stdout.write(
    others.length === 0
      ? 'Built again from the source package in another folder: every byte is the same.\n'
      : `Built again with other bytes: ${others.join(', ')}\n`,
  );
  process.exitCode = others.length === 0 ? 0 : 1;
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
