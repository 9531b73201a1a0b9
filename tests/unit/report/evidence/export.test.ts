import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'parse5';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportZip, EXPORT_HTML, EXPORT_SUMS } from '../../../../lib/report/evidence/export-zip';
import { EXPORT_JSON } from '../../../../lib/report/evidence/schema';
import { makeRecord, pageAddress } from '../../../../lib/report/evidence/make-record';
import { readExport } from '../../../../lib/report/evidence/read-export';
import { reportHtml } from '../../../../lib/report/evidence/report-html';
import { readZip } from '../../../../lib/report/zip/read-zip';
import { NOW, partOf, recordWith, SEEN } from './samples';

const INFO = { now: NOW, extension: '0.1.0' };
const CAPS = { entries: 100, bytes: 10_000_000 };

async function archive() {
  const bytes = crypto.getRandomValues(new Uint8Array(40_000));
  const part = await partOf(bytes, 'cuộc gọi.mp3', 'audio/mpeg');
  const record = await recordWith([part]);
  const blob = await exportZip([record], () => Promise.resolve(bytes), INFO);
  return { zip: new Uint8Array(await blob.arrayBuffer()), record, part, bytes };
}

test('a record keeps no query, fragment or password of the address, and the numbers of the text', async () => {
  const record = await makeRecord(SEEN, NOW);
  expect(record.page).toBe('https://mail.google.com/mail/u/0');
  expect(JSON.stringify(record)).not.toMatch(/secret|pass/);
  expect(record.numbers).toEqual(['+842920000111']);
  expect(pageAddress('javascript:alert(1)')).toBeUndefined();
});

test('an export reads back as it was, with every hash right', async () => {
  const { zip, record, part, bytes } = await archive();
  const { data, files } = await readExport(zip);
  expect(data.records).toEqual([{ ...record, parts: [{ ...part, path: `files/${part.id}.mp3` }] }]);
  expect(files.get(part.id)).toEqual(bytes);
});

test('a system tool finds the archive whole, and its sums right', async () => {
  const { zip } = await archive();
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-zip-'));
  try {
    writeFileSync(join(folder, 'a.zip'), zip);
    const script =
      'import sys,zipfile; z=zipfile.ZipFile("a.zip"); assert z.testzip() is None; z.extractall(".")';
    execFileSync('python3', ['-c', script], { cwd: folder });
    expect(execFileSync('sha256sum', ['-c', EXPORT_SUMS], { cwd: folder, encoding: 'utf8' })).toContain(
      `${EXPORT_JSON}: OK`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('one changed byte of a file or a text is noticed', async () => {
  const { zip, part } = await archive();
  const entries = readZip(zip, CAPS);
  const rebuilt = (changes: Record<string, Uint8Array>) =>
    zipSync({ ...Object.fromEntries(entries), ...changes }, { level: 0 });
  await expect(readExport(rebuilt({}))).resolves.toBeDefined();
  const file = (entries.get(`files/${part.id}.mp3`) ?? new Uint8Array()).slice();
  file[7] = (file[7] ?? 0) ^ 1;
  await expect(readExport(rebuilt({ [`files/${part.id}.mp3`]: file }))).rejects.toMatchObject({
    code: 'ERR_REPORT_CHANGED',
  });
  const json = new TextDecoder()
    .decode(entries.get(EXPORT_JSON))
    .replace('Tôi là công an', 'Tôi là cướp biển');
  await expect(readExport(rebuilt({ [EXPORT_JSON]: strToU8(json) }))).rejects.toMatchObject({
    code: 'ERR_REPORT_CHANGED',
  });
  await expect(readExport(rebuilt({ [EXPORT_JSON]: strToU8('{"format":"x"}') }))).rejects.toMatchObject({
    code: 'ERR_REPORT_FORMAT',
  });
});

test('the report is for people: what was read cannot become part of its page', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>\u202egpj.exe "\'&';
  const record = await recordWith([await partOf(new Uint8Array([1]), evil, 'image/png')], evil);
  const html = reportHtml({
    format: 'canh-giac-evidence',
    version: 1,
    exportedAt: new Date(NOW).toISOString(),
    extension: evil,
    records: [
      {
        ...record,
        notes: evil,
        sender: { name: evil },
        parts: record.parts.map((part) => ({ ...part, path: `files/${part.id}.png` })),
      },
    ],
  });
  const names: string[] = [];
  const walk = (node: { nodeName: string; attrs?: { name: string }[]; childNodes?: unknown[] }) => {
    names.push(node.nodeName, ...(node.attrs ?? []).map(({ name }) => `@${name}`));
    for (const child of node.childNodes ?? []) walk(child as typeof node);
  };
  walk(parse(html));
  expect(names).not.toContain('script');
  expect(names).not.toContain('@onerror');
  expect(names.filter((name) => name === 'img')).toHaveLength(1);
  expect(html).not.toContain('\u202e');
  expect(html).toContain('18:00:00 28/11/26 (giờ Việt Nam)');
  expect(EXPORT_HTML).toMatch(/\.html$/);
});

test('whatever bytes come as an archive, they are read or refused with a code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(300), fc.nat(255), (junk, place, value) => {
      const good = zipSync({ 'a.txt': strToU8('a'.repeat(500)), 'b/c.txt': junk });
      good[place % good.length] = value;
      for (const bytes of [junk, good]) {
        try {
          readZip(bytes, CAPS);
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^ERR_REPORT_/);
        }
      }
    }),
  );
});
