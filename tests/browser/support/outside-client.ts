/** tuf-js, a client of The Update Framework that is not ours, against a repository that the console made. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';

/** Fetches the reported list of a feed as tuf-js does; rejects where it refuses anything. `root`: folder with the first root. */
export async function acceptedByOutsideClient(address: string, root: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-tuf-'));
  try {
    copyFileSync(join(root, 'metadata/1.root.json'), join(folder, 'root.json'));
    const updater = new Updater({
      metadataDir: folder,
      metadataBaseUrl: `${address}metadata/`,
      targetDir: folder,
      targetBaseUrl: `${address}targets/`,
    });
    await updater.refresh();
    const target = await updater.getTargetInfo('reported.json');
    if (!target) throw new Error('the feed has no reported list');
    await updater.downloadTarget(target);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
