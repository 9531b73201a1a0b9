/** Converse.js on Prosody: a chat of custom elements; messages arrive while it is open. */
import { painted, unitsSeen } from '../browser/support/read-units';
import { DANGER_CARD, expect, test } from './support/apps';
import { LATE, ORDINARY, TYPED } from './support/messages';
import { xmppClient } from './support/xmpp';

/** A room of its own for each run: rooms keep what was said. */
const ROOM = `phong-${Date.now()}@muc.example.test`;

test('Converse', async ({ open }) => {
  const other = await xmppClient('sotttt', 'matkhau');
  await other.join(ROOM);
  other.toRoom(ROOM, ORDINARY);
  const { page, world } = await open(`http://converse.apps.example/?room=${ROOM}`);
  await page.locator('converse-chat-message', { hasText: '0555' }).first().waitFor();
  await expect.poll(() => painted(page, 'number')).toContain('0292 000 0555');

  // What is typed is not read; what the reader sent is not held against anybody.
  const composer = page.locator('textarea.chat-textarea').first();
  await composer.fill(TYPED);
  other.toRoom(ROOM, LATE);
  await world.waitFor(DANGER_CARD);
  await expect.poll(() => painted(page, 'number')).toContain('0292 000 0444');
  const late = (await unitsSeen(world)).find(({ level }) => level === 'danger');
  expect(late?.sender.name).toBe('sotttt');
  expect(late?.text.trim()).toBe(LATE);
  expect((await unitsSeen(world)).map(({ text }) => text).join()).not.toContain('0999');
  expect(await composer.inputValue()).toBe(TYPED);
  other.close();
});
