/** Our own publisher's faults in Chromium: the half that the tests of every change leave out. */
import { allFaults } from '../browser/feed-cases/faults';
import { test } from '../browser/support/feeds';

const { name, play } = allFaults('our publisher');
test(name, async ({ reader, nginx }) => {
  await play(reader, nginx);
});
