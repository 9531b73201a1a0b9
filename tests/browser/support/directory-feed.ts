/** Feeds with a directory, followed by the options page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { contentOf, entryOf, putContent } from '../../feeds/support/content';
import type { Repository } from '../../feeds/support/forge';
import { fingerprintOf, MAKERS, serve } from './feed-publisher';
import { ask, type OwnPage } from './ask';
import type { Nginx } from './nginx';

/** The embedded directory, changed. */
export function directory(change: (list: Directory) => void): string {
  const file = join(import.meta.dirname, '../../../public/feed/directory.json');
  const list = JSON.parse(readFileSync(file, 'utf8')) as Directory;
  change(list);
  return JSON.stringify(list);
}
interface Directory {
  version: string;
  notices: { id: string; title: { vi: string; en: string }; date: string; validTo?: string }[];
}

/** Follows a feed with one number and these files. */
export async function follow(
  options: OwnPage,
  nginx: Nginx,
  folder: string,
  scope: ('reported' | 'directory')[] = ['reported'],
  more: Record<string, string> = {},
): Promise<{
  id: string;
  repository: Repository;
  content: (version: string, more?: Record<string, string>) => Promise<Record<string, string>>;
}> {
  const make = MAKERS['our publisher'];
  if (!make) throw new Error('no maker');
  const content = (version: string, files = more) => contentOf(version, [entryOf('+842920000555')], files);
  const repository = await make(Date.now() - 3_600_000, await content('2026.11.25'));
  if (Object.keys(more).length > 0) putContent(repository, await content('2026.11.25'));
  serve(nginx, folder, repository);
  const id = fingerprintOf(repository);
  expect(
    await ask(options, 'feed-add', { address: `${nginx.address}${folder}/`, fingerprint: id, scope }),
  ).toEqual({});
  return { id, repository, content };
}

/** The embedded directory with one more notice, of the last days. `validTo`: until when it is shown. */
export function withNotice(version: string, id: string, title: string, validTo?: string): string {
  return directory((list) => {
    list.version = version;
    const [notice] = list.notices;
    if (notice) {
      list.notices.push({
        ...notice,
        id,
        title: { vi: title, en: 'A notice of a test' },
        date: '2026-11-27',
        ...(validTo !== undefined && { validTo }),
      });
    }
  });
}
