/** Calls `end` once the signal ends. */
export function onAbort(signal: AbortSignal, end: () => void): void {
  signal.addEventListener('abort', end);
}
