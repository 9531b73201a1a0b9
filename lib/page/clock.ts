/** Milliseconds since the page began; one short name for the many places that ask. */
export const now = (): number => performance.now();
