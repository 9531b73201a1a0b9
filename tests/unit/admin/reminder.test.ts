import { expect, it } from 'vitest';
import type { Destination } from '../../../lib/admin/publish/destination';
import { expiringSoon } from '../../../lib/admin/reminder';

const NOW = Date.parse('2026-11-29T00:00:00Z');
const later = (days: number) => new Date(NOW + days * 86_400_000).toISOString();

const feed = (timestampDays: number, where: { address?: string; destination?: Destination }) => ({
  id: 'a',
  name: { vi: 'A', en: 'A' },
  version: '2026.11.28',
  editor: 'An',
  expires: {
    root: later(300),
    targets: later(80),
    snapshot: later(80),
    timestamp: later(timestampDays),
  },
  ...where,
});

const DESTINATIONS: readonly Destination[] = [
  { kind: 'zip' },
  { kind: 'folder' },
  { kind: 'dav', url: 'https://a.vn/' },
  { kind: 's3', url: 'https://a.vn/', region: 'x', accessKey: 'x' },
];

it.each(DESTINATIONS)('a feed that was published without an address is reminded of: $kind', (destination) => {
  expect(expiringSoon([feed(2, { destination })], NOW)).toBe(1);
  expect(expiringSoon([feed(6, { destination })], NOW)).toBe(0);
});

it('one that has an address is, one that was never published is not', () => {
  expect(expiringSoon([feed(2, { address: 'https://a.vn/feed/' }), feed(2, {})], NOW)).toBe(1);
});
