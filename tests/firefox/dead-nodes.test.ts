/**
 * In a real Firefox: elements that were made in the document of a frame which is gone since. For extensions they are dead
 * objects, though they stand in the page: no getter and no method of theirs answers.
 */
import { expect, test } from 'vitest';
import { ORDINARY, SCAM } from '../browser/support/messages';
import { useFirefox } from './support/firefox';

const firefox = useFirefox();

/** A page with a frame `f`, and an element `n` of the frame's document in the page itself. */
async function openAdopted(tag: string, text: string) {
  const plain = await firefox.open('https://forum.fixture.example/plain');
  await plain.waitFor('session');
  await plain.page.evaluate(`{
    globalThis.f = document.createElement('iframe');
    document.body.append(f);
    globalThis.n = f.contentDocument.createElement(${JSON.stringify(tag)});
    n.textContent = ${JSON.stringify(text)};
    document.body.append(n);
  }`);
  const levels = () =>
    plain.evaluate<string[]>(`[...session.units.values()].map(({ judged }) => judged.verdict.level)`);
  const reported = () => plain.evaluate<number>(`session.report().units.length`);
  return { plain, levels, reported };
}

const LATER = { timeout: 10_000 };
/** Longer than the pause between two looks at what is kept. */
const upkeep = () => new Promise((resolve) => setTimeout(resolve, 2_000));

test('an element without words that dies before it was looked at ends no reading', async () => {
  const { plain, levels } = await openAdopted('div', '');
  await plain.page.evaluate(`f.remove(); 0`);
  await upkeep();
  await plain.page.evaluate(`addMessage(${JSON.stringify(SCAM)}); 0`);
  await expect.poll(levels, LATER).toEqual(['danger']);
});

test('a message that dies as soon as it has come is read anew', async () => {
  const { plain, levels } = await openAdopted('p', SCAM);
  await plain.page.evaluate(`f.remove(); 0`);
  await expect.poll(levels, LATER).toEqual(['danger']);
});

test('a message that dies while it is warned of is kept, goes when it goes, and others are read meanwhile', async () => {
  const { plain, levels, reported } = await openAdopted('article', SCAM);
  await expect.poll(levels, LATER).toEqual(['danger']);
  await plain.page.evaluate(`f.remove(); 0`);
  await upkeep();
  await expect.poll(levels, LATER).toEqual(['danger']);
  expect(await reported()).toBe(1);
  await plain.page.evaluate(`addMessage(${JSON.stringify(`${ORDINARY} Gọi 0912 345 678.`)}); 0`);
  await expect.poll(() => levels().then((all) => all.length), LATER).toBe(2);
  await plain.page.evaluate(`n.remove(); 0`);
  await expect.poll(levels, LATER).not.toContain('danger');
});
