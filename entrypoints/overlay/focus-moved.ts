import { onAbort } from '../../lib/on-abort';

/** The pause after the focus moved, in milliseconds: keys and presses that follow each other do not wait for the look. */
const SOON_MS = 100;

/** Calls `run` soon after the focus moved, until the signal ends: a composer opens where one begins to write. */
export function onFocusMoved(run: () => void, signal: AbortSignal): void {
  let soon: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(soon);
    soon = setTimeout(run, SOON_MS);
  };
  addEventListener('focusin', later, { capture: true, passive: true, signal });
  onAbort(signal, () => clearTimeout(soon));
}
