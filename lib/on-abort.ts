/** Calls `end` once the signal ends; what it holds is let go then. */
export function onAbort(signal: AbortSignal, end: () => void): void {
  signal.addEventListener('abort', end, { once: true });
}
