import { expect, test } from 'vitest';
import { officialOf } from '../../../entrypoints/admin/console/workspace-facts';
import { EMBEDDED } from '../../../lib/admin/publish/documents';
import type { Workspace } from '../../../lib/admin/workspace';
import { bytesOf } from '../../feeds/support/forge';

const SOURCE = { publisher: 'Thử', url: 'https://example.gov.vn/', date: '2026-11-01' };

/** The directory that comes with the extension with one hotline more. */
function withHotline(number: string): unknown {
  const { hotlines, ...rest } = EMBEDDED.directory as { hotlines: Record<string, unknown>[] };
  const [first] = hotlines;
  return { ...rest, hotlines: [...hotlines, { ...first, number, source: first?.source ?? SOURCE }] };
}

test('official is what the live directory names too, though the draft takes it out and the lists that come along lack it', () => {
  const [live, drafted] = ['+842920000401', '+842920000402'];
  const workspace = (directory: unknown) =>
    ({
      open: { targets: new Map([['directory.json', bytesOf(JSON.stringify(withHotline(live)))]]) },
      drafts: { directory },
    }) as unknown as Workspace;
  expect(officialOf(workspace(EMBEDDED.directory))).toContain(live);
  expect(officialOf(workspace(null))).toContain(live);
  const both = officialOf(workspace(withHotline(drafted)));
  expect([both.has(live), both.has(drafted)]).toEqual([true, true]);
  expect(
    officialOf({ ...workspace(null), open: { targets: new Map() } } as unknown as Workspace),
  ).not.toContain(live);
});
