/** Bytes that the disk has room for, as far as the browser says. */
export async function roomLeft(): Promise<number | undefined> {
  const { quota, usage } = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
  return quota === undefined ? undefined : Math.max(0, quota - (usage ?? 0));
}
