/**
 * Global setup of every test runner here: what a test leaves in the folder for temporary files lies in one folder of the
 * run, which goes with its end. Browsers, servers and workers inherit it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function temporaryFiles(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-tests-'));
  // By their names on Unix and on Windows.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
