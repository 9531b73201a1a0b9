/** NodeBB: a forum whose answers arrive while a topic is open. */
import { painted, unitsSeen } from '../browser/support/read-units';
import { DANGER_CARD, expect, test } from './support/apps';
import { signIn } from './support/forum';
import { LATE, ORDINARY, TYPED } from './support/messages';

test('NodeBB', async ({ open }) => {
  const forum = await signIn('admin', 'matkhau123');
  const { tid } = await forum.call<{ tid: number }>('topics.post', {
    title: `Hỏi chuyện họp ${Date.now()}`,
    content: ORDINARY,
    cid: 2,
    tags: [],
  });
  // Answers reach only pages of people who are signed in.
  await forum
    .call('admin.user.createUser', { username: 'an', email: 'an@example.test', password: 'matkhau123' })
    .catch(() => undefined);
  const { page, world } = await open('http://nodebb.apps.example/login');
  await page.fill('#username', 'an');
  await page.fill('#password', 'matkhau123');
  await page.click('#login');
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  await page.goto(`http://nodebb.apps.example/topic/${tid}`);
  await expect.poll(() => painted(page, 'number')).toEqual(['0292 000 0555']);
  const first = (await unitsSeen(world))[0];
  expect([first?.level, first?.sender.name]).toEqual(['none', 'admin']);

  await page.locator('[component="topic/reply"]').first().click();
  const composer = page.locator('.composer textarea.write');
  await composer.fill(TYPED);
  await forum.call('posts.reply', { tid, content: LATE });
  await world.waitFor(DANGER_CARD);
  await expect.poll(() => painted(page, 'number')).toEqual(['0292 000 0444', '0292 000 0555']);
  // The composer's preview shows what was typed: it is no post and is not read.
  expect((await unitsSeen(world)).map(({ text }) => text).join()).not.toContain('0999');
  expect(await composer.inputValue()).toBe(TYPED);
  forum.close();
});
