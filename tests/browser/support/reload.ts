import type { LaunchedBrowser } from '../../../scripts/browser/launch';

/** Reloads the extension as an update does. Chromium keeps one from the command line only in developer mode. */
export async function reload({ context, extensionId }: LaunchedBrowser): Promise<void> {
  const manager = await context.newPage();
  await manager.goto('chrome://extensions');
  await manager.evaluate(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`);
  await manager.evaluate(`chrome.developerPrivate.reload('${extensionId}', { failQuietly: true })`);
  await manager.close();
}
