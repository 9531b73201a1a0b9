/** tuf-js, a client of The Update Framework that is not ours, against a repository that the console made. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';

export interface OutsideClient {
  /** Fetches the reported list; rejects where tuf-js refuses anything. */
  update(): Promise<void>;
  close(): void;
}

/** tuf-js that trusts the first root of a feed, and keeps what it learns between updates. `root`: folder of the feed. */
export function outsideClient(address: string, root: string): OutsideClient {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-tuf-'));
  copyFileSync(join(root, 'metadata/1.root.json'), join(folder, 'root.json'));
  return {
    async update() {
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
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** One update of a new client. */
export async function acceptedByOutsideClient(address: string, root: string): Promise<void> {
  const client = outsideClient(address, root);
  try {
    await client.update();
  } finally {
    client.close();
  }
}
