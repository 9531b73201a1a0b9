/** What is under way here alone is not lost by a tab that is closed unawares. */
import { useEffect } from 'preact/hooks';

/** The browser asks before the page is left, in its own words, while `goesOn`. */
export function useAskedToLeave(goesOn: boolean): void {
  useEffect(() => {
    if (!goesOn) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [goesOn]);
}
