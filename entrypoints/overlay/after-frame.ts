/**
 * Runs once the next frame is drawn: who asks for boxes then has nothing laid out within the call. A page that is not shown
 * has no frames, and nothing runs.
 */
export function afterFrame(run: () => void, signal: AbortSignal): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (!signal.aborted) run();
    }),
  );
}
