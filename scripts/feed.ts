/** `npm run feed`: makes, changes, signs, checks and serves a feed on the command line. */
import { run } from './feed/run';

const { code, out, err } = await run(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
