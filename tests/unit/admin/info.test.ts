import { expect, test } from 'vitest';
import { editedInfo } from '../../../lib/admin/publish/info';

const published = {
  format: 1 as const,
  version: '2026.11.1',
  published: '2026-11-01',
  name: { vi: 'Danh sách', en: 'A list' },
};

test('what a feed says of itself: a name and a contact as typed; nothing where it says the same', () => {
  expect(editedInfo(published, { vi: ' Sở ', en: '', contact: ' 113 ' })).toEqual({
    ...published,
    name: { vi: 'Sở', en: 'Sở' },
    contact: '113',
  });
  const reachable = { ...published, contact: '113' };
  expect(editedInfo(reachable, { ...published.name, contact: '' })).toEqual(published);
  expect(editedInfo(published, { ...published.name, contact: '  ' })).toBeUndefined();
  expect(() => editedInfo(published, { vi: 'a\u202eb', en: '', contact: '' })).toThrow('ERR_FEED_CONTENT');
});
