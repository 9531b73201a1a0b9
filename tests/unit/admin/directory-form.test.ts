import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  removeEntry,
  setEntry,
  type DirectoryProblem,
  type DirectoryResult,
} from '../../../lib/admin/directory/edit';
import { rowsAt, valuesOf, type FormValues } from '../../../lib/admin/directory/form-values';
import { FIELDS, PARTS, type FieldPlan, type Part } from '../../../lib/admin/directory/parts';
import { problemText } from '../../../components/admin/directory/problem-text';
import { translateAdmin } from '../../../lib/i18n/admin';
import { directorySchema, parseDirectory, type Directory } from '../../../lib/lists/schema-directory';

const directory = parseDirectory(JSON.parse(readFileSync('public/feed/directory.json', 'utf8')));
const NOW = Date.parse('2026-12-01T08:00:00Z');

function directoryOf(result: DirectoryResult): Directory {
  if ('problem' in result) throw new Error(JSON.stringify(result.problem));
  return result.directory;
}

function problemOf(result: DirectoryResult): DirectoryProblem {
  if ('directory' in result) throw new Error('nothing is wrong');
  return result.problem;
}

/** What a schema of valibot has inside, as far as this test looks. */
interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly wrapped?: Schema;
  readonly options?: readonly string[];
}

const inside = (schema: Schema): Schema => (schema.wrapped ? inside(schema.wrapped) : schema);

/** Names of all fields of a schema, those inside an entry behind a dot; texts in two languages are one field. */
function fieldsOf(schema: Schema, path = ''): string[] {
  return Object.entries(inside(schema).entries ?? {}).flatMap(([name, field]) => {
    const own = inside(field);
    const deeper = own.entries ? own : inside(own.item ?? own);
    const localised = Object.keys(deeper.entries ?? {}).join() === 'vi,en';
    const isText = !deeper.entries || localised;
    const choices = own.options ? `=${own.options.join('|')}` : '';
    return isText ? [`${path}${name}${choices}`] : fieldsOf(deeper, `${path}${name}.`);
  });
}

function plannedFields(fields: readonly FieldPlan[], path = ''): string[] {
  return fields.flatMap(({ name, choices, fields: deeper }) =>
    deeper
      ? plannedFields(deeper, `${path}${name}.`)
      : [`${path}${name}${choices ? `=${choices.join('|')}` : ''}`],
  );
}

describe('directory form', () => {
  it('has every part and every field of the schema, with its choices', () => {
    const parts = (directorySchema as unknown as Schema).entries ?? {};
    const lists = Object.keys(parts).filter((name) => parts[name]?.type === 'array');
    expect([...PARTS].sort()).toEqual(lists.sort());
    for (const part of PARTS) {
      const item = parts[part]?.item;
      if (!item) throw new Error(part);
      expect(plannedFields(FIELDS[part]).sort()).toEqual(fieldsOf(item).sort());
    }
  });

  for (const part of PARTS) {
    it(`loses nothing of ${part}: a form that is saved as it opened changes no entry`, () => {
      for (const entry of directory[part]) {
        const same = directoryOf(setEntry(directory, part, entry, valuesOf(part, entry), NOW));
        expect(same[part]).toEqual(directory[part]);
      }
    });
  }

  it('counts the version on, and says where a field is wrong', () => {
    const [hotline] = directory.hotlines;
    const values = { ...valuesOf('hotlines', hotline), 'purpose.vi': 'Đường dây thử' };
    const next = directoryOf(setEntry(directory, 'hotlines', hotline, values, NOW));
    expect(next.version).toBe('2026.12.1');
    expect(next.hotlines[0]?.purpose.vi).toBe('Đường dây thử');
    const wrong = setEntry(directory, 'hotlines', hotline, { ...values, url: 'http://a.vn' }, NOW);
    expect(problemOf(wrong).path).toEqual(['hotlines', '0', 'url']);
  });

  it('changes and takes out an entry of another reading of the same directory, as each look at a draft is one', () => {
    const again = parseDirectory(JSON.parse(JSON.stringify(directory)));
    const [hotline] = directory.hotlines;
    if (!hotline) throw new Error('no hotline');
    const values = { ...valuesOf('hotlines', hotline), 'purpose.vi': 'Đường dây thử' };
    expect(directoryOf(setEntry(again, 'hotlines', hotline, values, NOW)).hotlines).toEqual([
      { ...hotline, purpose: { ...hotline.purpose, vi: 'Đường dây thử' } },
      ...directory.hotlines.slice(1),
    ]);
    const without = directoryOf(removeEntry(again, 'hotlines', hotline, NOW));
    expect(without.hotlines).toEqual(directory.hotlines.slice(1));
    // What is no longer there is neither changed nor taken out in silence.
    expect(problemOf(setEntry(without, 'hotlines', hotline, values, NOW)).fault).toContain('meanwhile');
    expect(problemOf(removeEntry(without, 'hotlines', hotline, NOW)).fault).toContain('meanwhile');
  });

  it('keeps sentences beside their English, and English that nobody wrote empty', () => {
    const [notice] = directory.notices;
    const saved = (own: string, others: string) => {
      const values = { ...valuesOf('notices', notice), 'todo.vi': own, 'todo.en': others };
      return directoryOf(setEntry(directory, 'notices', notice, values, NOW)).notices[0];
    };
    const next = saved('A\nB\nC', '\nb\n');
    expect(next?.todo).toEqual([
      { vi: 'A', en: 'A' },
      { vi: 'B', en: 'b' },
      { vi: 'C', en: 'C' },
    ]);
    expect(valuesOf('notices', next)).toMatchObject({ 'todo.vi': 'A\nB\nC', 'todo.en': '\nb' });
    expect(() => saved('A', 'a\nb')).toThrow('todo');
  });

  it('keeps an organisation that others name', () => {
    const [organisation] = directory.organisations;
    if (!organisation) throw new Error('no organisation');
    expect(removeEntry(directory, 'organisations', organisation, NOW)).toHaveProperty('problem');
  });

  it('takes in a message by which people report, however its numbers are typed', () => {
    const values: FormValues = {
      ...valuesOf('sms', undefined),
      id: 'bao-tin',
      'syntax.vi': 'BT (số điện thoại) (nội dung)',
      to: ' 156\n0292 000 0444 \n',
      'purpose.vi': 'Báo tin cho sở',
      publisher: 'Trang của sở',
      url: 'https://so.example/bao-tin',
    };
    const next = directoryOf(setEntry(directory, 'sms', undefined, values, NOW));
    expect(next.sms.at(-1)).toEqual({
      id: 'bao-tin',
      syntax: { vi: 'BT (số điện thoại) (nội dung)', en: 'BT (số điện thoại) (nội dung)' },
      to: ['156', '+842920000444'],
      purpose: { vi: 'Báo tin cho sở', en: 'Báo tin cho sở' },
      publisher: 'Trang của sở',
      url: 'https://so.example/bao-tin',
    });
  });

  it('gives a notice its letter and what came after, row by row, and takes them out again', () => {
    const [notice] = directory.notices;
    const values = valuesOf('notices', notice);
    expect(rowsAt(values, 'letter')).toHaveLength(1);
    const [contact = {}] = rowsAt(values, 'contacts');
    const edited = {
      ...values,
      letter: [],
      later: rowsAt(values, 'later').slice(0, 1),
      contacts: [{ ...contact, printed: 'yes', 'note.vi': 'Gọi giờ hành chính.' }],
    };
    const [next] = directoryOf(setEntry(directory, 'notices', notice, edited, NOW)).notices;
    expect(next?.letter).toBeUndefined();
    expect(next?.later).toEqual(notice?.later?.slice(0, 1));
    expect(next?.contacts).toMatchObject([
      { number: '113', printed: true, note: { vi: 'Gọi giờ hành chính.', en: 'Gọi giờ hành chính.' } },
    ]);
  });

  it.each<[Part, FormValues, string]>([
    ['sms', { id: 'Có Dấu' }, 'Mã: chỉ dùng chữ thường không dấu, số và gạch nối'],
    ['sms', { to: 'không phải số' }, 'Gửi đến, 1: không phải số điện thoại'],
    ['sms', { to: '' }, 'Gửi đến: còn trống'],
    ['sms', { 'purpose.vi': '' }, 'Công dụng, Tiếng Việt: còn trống'],
    ['sms', { 'purpose.vi': 'a'.repeat(301) }, 'Công dụng, Tiếng Việt: dài quá 300 ký tự'],
    ['sms', { url: 'http://a.vn' }, 'Đường dẫn nguồn: phải là đường dẫn bắt đầu bằng https://'],
    ['sms', { date: 'hôm qua' }, 'Ngày: ngày phải có dạng 2026-11-28'],
    ['sms', { id: 'report-call' }, 'Tin nhắn phản ánh: đã có một mục như vậy'],
    [
      'advice',
      { organisation: 'khong-co' },
      'Lời khuyên: có mục thuộc cơ quan “khong-co”, cơ quan này phải có trong danh bạ',
    ],
    ['domains', { domain: 'https://a.vn' }, 'Tên miền: không phải tên miền'],
    ['domains', { use: '' }, 'Dùng làm: hãy chọn trong danh sách'],
    ['notices', { letter: [{ number: '' }] }, 'Công văn, Số công văn: còn trống'],
    [
      'notices',
      { validFrom: '2027', validTo: '2026' },
      'Thông báo: ngày hết hiệu lực đứng trước ngày bắt đầu',
    ],
  ])('says what is wrong in the words of the form: %s %j', (part, wrong, told) => {
    const entry = directory[part][0];
    const values = { ...valuesOf(part, entry), ...wrong };
    const problem = problemOf(setEntry(directory, part, entry, values, NOW));
    expect(problemText((key, params) => translateAdmin('vi', key, params), problem)).toBe(told);
  });
});
