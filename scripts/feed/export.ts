/** The lists of a published feed as the files that come with an extension. */
import { join } from 'node:path';
import { readLine } from '../../lib/lists/reported/state';
import { Disk } from './disk';
import type { FeedFolder } from './folder';
import { fingerprintOf } from './publishing';
import { verifyFeed } from './verify';

/** Entry after entry on a line of its own: what changed is a line of a diff. */
function listFile(list: object): string {
  const parts = Object.entries(list).map(([name, value]) => {
    const entries: unknown[] | undefined = Array.isArray(value) && value.length > 0 ? value : undefined;
    const text = entries
      ? `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** Writes the lists of the feed, read as a browser reads them. Gives the names of the files. Throws FeedError. */
export async function exportLists(folder: FeedFolder, to: string): Promise<string[]> {
  const { content } = await verifyFeed(join(folder.path, 'public'), await fingerprintOf(folder));
  const { directory, sitePack, phrasePack, reported, info } = content;
  if (!directory || !sitePack || !phrasePack || !reported)
    throw new Error('The feed has not all of the lists that an extension needs.');
  const reports = [...reported.entries.values()].flat().map(readLine);
  const files = {
    'directory.json': listFile(directory),
    'site-pack.json': listFile(sitePack),
    // As training writes it.
    'phrase-pack.json': `${JSON.stringify(phrasePack, undefined, 1)}\n`,
    'reported.json': listFile({ format: 1, version: info.version, published: info.published, reports }),
  };
  const disk = new Disk(to);
  for (const [name, text] of Object.entries(files)) disk.write(name, Buffer.from(text));
  return Object.keys(files);
}
