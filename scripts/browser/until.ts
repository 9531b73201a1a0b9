/** Asks until the answer is true. An error counts as no answer yet: pages come and go under the question. */
export async function until(ask: () => Promise<unknown>, what: string, timeout = 30_000): Promise<void> {
  const end = Date.now() + timeout;
  let last: unknown;
  while (Date.now() < end) {
    try {
      last = await ask();
      if (last === true) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
}
