/** `npm start -- --admin` as people run it, without a display: it builds the console and works in it up to the review. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

function start(...args: readonly string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), ...args], { cwd: tmpdir() });
    let out = '';
    run.stdout.on('data', (text: Buffer) => (out += text.toString()));
    run.stderr.on('data', (text: Buffer) => (out += text.toString()));
    run.on('error', reject);
    run.on('close', (code) => resolve({ code, out }));
  });
}

test('the console is built, and a feed made in it up to the review, with pictures of each step', async () => {
  test.setTimeout(600_000);
  const pictures = mkdtempSync(join(tmpdir(), 'start-admin-'));
  try {
    const { code, out } = await start('--admin', '--headless', '--pictures', pictures);
    expect(out).toContain('Building the console');
    expect(out).toContain('from the key ceremony to the review');
    expect(code).toBe(0);
    const made = readdirSync(pictures);
    expect(made.length).toBeGreaterThan(2);
    for (const name of made) expect(readFileSync(join(pictures, name)).subarray(0, 4)).toEqual(PNG);
  } finally {
    rmSync(pictures, { recursive: true });
  }
});

test('a wrong option ends it with its name', async () => {
  test.setTimeout(600_000);
  const { code, out } = await start('--admin', '--headles');
  expect(code).not.toBe(0);
  expect(out).toContain('--headles');
});
