/** The toolbar button follows where a message goes with its frame. */
import { badge } from './support/badge';
import { test } from './support/edition';
import { expect } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { openBody } from './support/open-body';

for (const [name, script] of [
  ['is taken out', `f.remove()`],
  ['goes to an ordinary mail', `f.srcdoc = '<p>${ORDINARY}</p>'`],
] as const) {
  test(`a frame with a dangerous mail ${name}`, async ({ open, extension }) => {
    const { page } = await openBody(
      { open, extension },
      'mail',
      `<p>Thư</p><iframe id="f" srcdoc="<p>${SCAM}</p>"></iframe>`,
    );
    await expect.poll(() => badge(extension)).toBe('1');
    await page.evaluate(script);
    await expect.poll(() => badge(extension)).toBe('');
  });
}
