/** A Firefox with an organisation's policy: the one of this machine, linked file by file, with `policies.json` beside the program. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ADDON_ID } from '../../../scripts/browser/firefox';

export interface FirefoxWithPolicy {
  /** The program to start. */
  readonly program: string;
  /** Takes the policy away; the next start has none. */
  readonly withdraw: () => void;
  readonly close: () => void;
}

/** `policy`: what the extension's managed storage holds. */
export function firefoxWithPolicy(policy: object): FirefoxWithPolicy {
  const program = realpathSync(process.env.CANH_GIAC_FIREFOX ?? '/usr/bin/firefox-esr');
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-firefox-policy-'));
  const own = basename(program);
  for (const name of readdirSync(dirname(program))) {
    if (name !== 'distribution' && name !== own)
      symlinkSync(join(dirname(program), name), join(folder, name));
  }
  // The program looks for the policy where it lies itself, and follows links.
  copyFileSync(program, join(folder, own));
  mkdirSync(join(folder, 'distribution'));
  const file = join(folder, 'distribution', 'policies.json');
  writeFileSync(file, JSON.stringify({ policies: { '3rdparty': { Extensions: { [ADDON_ID]: policy } } } }));
  return {
    program: join(folder, own),
    withdraw: () => rmSync(file),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
