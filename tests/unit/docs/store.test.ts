/** The listings fit the stores' forms, say what the package says, and name every permission. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publisherToDo, toDoText } from '../../../scripts/release/to-do';
import en from '../../../public/_locales/en/messages.json';
import vi from '../../../public/_locales/vi/messages.json';
import { ROOT } from './pages';

const LISTINGS = [
  [
    'vi',
    vi,
    ['Tên', 'Tóm tắt', 'Mô tả', 'Mục đích duy nhất', 'Quyền', 'Sử dụng dữ liệu', 'Từ khóa tìm kiếm'],
  ],
  ['en', en, ['Name', 'Summary', 'Description', 'Single purpose', 'Permissions', 'Data use', 'Search terms']],
] as const;
/** As wxt.config.ts and WXT write them; tests/browser/manifest.spec.ts holds the manifests to the same. */
const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'host_permissions',
  'notifications',
  'optional_host_permissions',
  'scripting',
  'sidePanel',
  'storage',
  'unlimitedStorage',
];

function sections(text: string): Map<string, string> {
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const [heading = '', ...body] = part.split('\n');
        return [heading, body.join('\n').trim()];
      }),
  );
}

test('what the publisher has to fill in is said, and no longer once it is filled in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-to-do-'));
  cpSync(join(ROOT, 'docs', 'store'), join(folder, 'docs', 'store'), { recursive: true });
  const policy = join(folder, 'docs', 'store', 'privacy-policy.en.md');
  writeFileSync(policy, 'Publisher and contact: *to be filled in by whoever publishes the\nextension.*');
  expect(publisherToDo(folder)).toContainEqual(expect.stringContaining('privacy-policy.en.md'));
  expect(toDoText(folder)).toContain('before handing in');
  writeFileSync(policy, 'Publisher and contact: an office, office@example.gov.vn');
  expect(publisherToDo(folder)).not.toContainEqual(expect.stringContaining('privacy-policy.en.md'));
  rmSync(folder, { recursive: true });
});

describe.each(LISTINGS)('%s', (language, messages, headings) => {
  const listing = readFileSync(join(ROOT, 'docs', 'store', `${language}.md`), 'utf8');
  const parts = sections(listing);
  const [name, summary, description, purpose, permissions, data, terms] = headings.map(
    (heading) => parts.get(heading) ?? '',
  );

  test('every field is there and fits', () => {
    expect([...parts.keys()]).toEqual([...headings]);
    expect(name).toBe(messages.extName.message);
    expect(summary).toBe(messages.extDescription.message);
    expect(summary?.length).toBeLessThanOrEqual(132);
    // Edge: 250 to 10,000 characters.
    expect(description?.length).toBeGreaterThan(250);
    expect(description?.length).toBeLessThan(10_000);
    expect(purpose?.split(/[.]\s/).length).toBe(1);
    expect(data).toContain('none');
    // Edge: seven terms of 30 characters, 21 words in all (sources: docs/store/README.md).
    const list = terms?.split(', ') ?? [];
    expect(list.length).toBeLessThanOrEqual(7);
    expect(list.filter((term) => term.length > 30)).toEqual([]);
    expect(terms?.split(/[\s,]+/).length).toBeLessThanOrEqual(21);
  });

  test('every permission has its reason, and no other is named', () => {
    const named = [...(permissions ?? '').matchAll(/^- `(\w+)`/gm)].map(([, permission = '']) => permission);
    expect(named.sort()).toEqual(PERMISSIONS);
  });

  test('listing and privacy policy are calm and promise no safety', () => {
    const policy = readFileSync(join(ROOT, 'docs', 'store', `privacy-policy.${language}.md`), 'utf8');
    for (const text of [listing, policy]) {
      expect(text.replaceAll('![', '')).not.toMatch(/!/);
      expect(text.replace(/Không bao giờ nói điều gì là an toàn|never calls anything safe/, '')).not.toMatch(
        /an toàn|\bsafe\b|bảo vệ tuyệt đối|guarantee/i,
      );
    }
  });
});
