/**
 * Folders for a console that asks for one. The picker is a window of the system, which no headless browser shows and
 * DevTools do not reach; so the press is answered here, with a real handle. What this leaves out is the window itself and
 * the browser's question whether the page may write.
 */
import type { BrowserContext, Page } from '@playwright/test';

interface Picking {
  /** What the next picker answers. */
  folder?: FileSystemDirectoryHandle;
}

interface DroppedFolder {
  getAsFileSystemHandle(): Promise<FileSystemDirectoryHandle>;
}

/** Answers every picker that pages of the browser open from now on by the folder that was last handed in. */
export async function answerPickers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const picking = globalThis as unknown as Picking;
    Object.assign(globalThis, { showDirectoryPicker: () => Promise.resolve(picking.folder) });
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => {
      event.preventDefault();
      const dropped = event.dataTransfer?.items[0] as unknown as DroppedFolder;
      void dropped.getAsFileSystemHandle().then((folder) => (picking.folder = folder));
    });
  });
}

/** Hands in a folder of the disk, as one dragged onto the page: it can be read, to write Chromium would ask. */
export async function handInFolder(context: BrowserContext, page: Page, path: string): Promise<void> {
  const session = await context.newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 10, y: 10, data });
  }
  await session.detach();
  await page.waitForFunction(
    (name) => (globalThis as unknown as Picking).folder?.name === name,
    path.split('/').at(-1),
  );
}

/** Hands in an empty folder that can be written to: one of the browser's own for this extension. */
export async function handInWritable(page: Page, name: string): Promise<void> {
  await page.evaluate(async (own) => {
    const all = await navigator.storage.getDirectory();
    (globalThis as unknown as Picking).folder = await all.getDirectoryHandle(own, { create: true });
  }, name);
}

/** The files of the folder that was handed in, by path. */
export async function filesOfFolder(page: Page): Promise<ReadonlyMap<string, string>> {
  const files = await page.evaluate(async () => {
    const found: [path: string, text: string][] = [];
    const walk = async (folder: FileSystemDirectoryHandle, before: string) => {
      for await (const one of folder.values()) {
        if (one.kind === 'directory') await walk(one, `${before}${one.name}/`);
        else found.push([`${before}${one.name}`, await (await one.getFile()).text()]);
      }
    };
    const { folder } = globalThis as unknown as Picking;
    if (folder) await walk(folder, '');
    return found;
  });
  return new Map(files);
}
