import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const SCAM =
  'Tôi là công an quận. Anh liên quan vụ án rửa tiền. Gọi 0833109259 và chuyển tiền ngay hôm nay, không nói với ai.';

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function check(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [TSX, join(ROOT, 'scripts', 'check.ts'), ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (status) => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}

let folder = '';
const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run check', { timeout: 60_000 }, () => {
  it('helps', async () => {
    const { status, out } = await check(['--help']);
    expect(status).toBe(0);
    expect(out).toContain('--jsonl');
    expect(out).toContain('.eml');
  });

  it('reads text on standard input and says why', async () => {
    const { status, out } = await check([], SCAM);
    expect(status).toBe(0);
    expect(out).toContain('Nguy hiểm');
    expect(out).toContain('«chuyển tiền»');
    expect(out).toContain('Từng bị phản ánh');
  });

  it('speaks English', async () => {
    expect((await check(['--lang', 'en'], SCAM)).out).toContain('Danger');
  });

  it('reads a mail with its sender, encoded words and HTML body', async () => {
    const html = Buffer.from(`<p>${SCAM}</p><script>gọi 0912345678</script>`).toString('base64');
    const mail = [
      'From: =?utf-8?B?R2nDoW0gxJHhu5FjIFPhu58gVFQmVFQ=?= <sotttt@gmail.com>',
      'To: an@example.test',
      'Subject: =?utf-8?B?VGjGsCBt4budaQ==?=',
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      html,
    ].join('\r\n');
    const { status, out } = await check([write('thu.eml', mail)]);
    expect(status).toBe(0);
    expect(out).toContain('Nguy hiểm');
    expect(out).not.toContain('0912');
  });

  it('reads a page', async () => {
    const { out } = await check([
      write('trang.html', `<html><body><p>${SCAM}</p><style>p{}</style></body></html>`),
    ]);
    expect(out).toContain('Nguy hiểm');
  });

  it.each([
    ['a file that is not there', () => [join(folder, 'none.txt')], 1, /no such file/],
    ['a kind it does not read', () => [write('a.pdf', 'x')], 1, /\.pdf are not read/],
    ['bytes that are no text', () => [write('b.txt', Buffer.from([0xff, 0xfe, 0x80]))], 1, /UTF-8/],
    ['an empty file', () => [write('c.txt', ' \n')], 1, /no text/],
    ['an unknown option', () => ['--nope'], 2, /--help/],
    ['a wrong language', () => ['--lang', 'fr'], 2, /vi or en/],
    ['a wrong day', () => ['--now', '25/11/2026'], 2, /2026-11-25/],
  ] as const)('names %s', async (_name, args, status, message) => {
    const run = await check(args());
    expect(run.status).toBe(status);
    expect(run.err).toMatch(message);
    expect(run.err).not.toContain('    at ');
  });

  it('goes on after a file it cannot read', async () => {
    const { status, out } = await check([join(folder, 'none.txt'), write('d.txt', SCAM)]);
    expect(status).toBe(1);
    expect(out).toContain('Nguy hiểm');
  });

  it('answers 10,000 lines in one process, in order', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) =>
      JSON.stringify({ id: `n${i}`, text: i % 2 ? SCAM : 'Chiều nay họp.' }),
    );
    const { status, out } = await check(['--jsonl'], `${lines.join('\n')}\n`);
    expect(status).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; level: string });
    expect(answers.map(({ id }) => id)).toEqual(lines.map((_, i) => `n${i}`));
    expect(answers[0]?.level).toBe('none');
    expect(answers[1]?.level).toBe('danger');
  });

  it('names bad lines, answers the others and exits with 1', async () => {
    const input = [
      '{"id":1,"text":"Chiều nay họp."}',
      'no json',
      '{"id":2}',
      JSON.stringify({ id: 3, text: SCAM, now: '2026-11-25' }),
    ];
    const { status, out, err } = await check(['--jsonl'], input.join('\n'));
    expect(status).toBe(1);
    expect(err).toMatch(/line 2: .*JSON/);
    expect(err).toMatch(/line 3: text/);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ id }) => id)).toEqual([1, null, null, 3]);
    const text = SCAM;
    const findings = answers[3]?.findings as { kind: string; raw: string; start: number; end: number }[];
    for (const { raw, start, end } of findings) expect(text.slice(start, end)).toBe(raw);
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind: 'phone',
        number: '+84833109259',
        standing: 'reported',
        type: 'mobile',
      }),
    );
  });
});
