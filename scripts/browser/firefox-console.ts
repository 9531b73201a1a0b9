/** The words of consoles in Firefox: WebDriver BiDi tells nothing of those of an extension. */
import { createInterface } from 'node:readline';
import type { Browser } from 'puppeteer-core';

/** Has Firefox write to its standard output what any page writes to its console. */
export const CONSOLE_TO_OUTPUT = { 'devtools.console.stdout.content': true };

/** Everything that a page or the background writes by `console.error` from now on; needs `CONSOLE_TO_OUTPUT`. */
export function consoleErrors(browser: Browser): readonly string[] {
  const output = browser.process()?.stdout;
  if (!output) throw new Error('the output of Firefox cannot be read');
  const errors: string[] = [];
  createInterface({ input: output }).on('line', (line) => {
    if (line.startsWith('console.error: ')) errors.push(line);
  });
  return errors;
}
