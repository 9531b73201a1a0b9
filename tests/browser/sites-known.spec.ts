/** Every known site on its fixture, under its real host name: units, senders, own lines, late messages, highlights. */
import { painted, unitsSeen } from './support/read-units';
import { expect, test } from './support/sites-browser';
import { SITE_CASES } from './sites/table';

for (const site of SITE_CASES) {
  test(`${site.fixture} at ${site.host}`, async ({ open }) => {
    const { page, world } = await open(`https://${site.host}/${site.fixture}`);
    const seen = async () =>
      Object.fromEntries((await unitsSeen(world)).map(({ id, level, sender }) => [id, [level, sender]]));
    await expect.poll(seen).toEqual(site.units);
    await expect.poll(() => painted(page, 'number')).toEqual([...site.numbers].sort());

    await page.evaluate(() => (window as unknown as { receive(): void }).receive());
    await expect.poll(seen).toEqual({ ...site.units, late: site.late });

    // Menus, search boxes, password fields, composers, buttons, quotations and own lines: all hold this number.
    const read = (await unitsSeen(world)).map(({ text }) => text).join('\n');
    expect(read).not.toContain('0999');
    const styles = await Promise.all(['number', 'danger', 'caution'].map((style) => painted(page, style)));
    expect(styles.flat().join('\n')).not.toContain('0999');
    const row = site.units['row-scam'];
    if (row) expect(styles[2]).toContain(row[1].name);
  });
}

test('on none of them is anything read beside the messages, later either', async ({ open }) => {
  test.setTimeout(180_000);
  for (let from = 0; from < SITE_CASES.length; from += 8) {
    const some = await Promise.all(
      SITE_CASES.slice(from, from + 8).map(async (site) => ({
        site,
        ...(await open(`https://${site.host}/${site.fixture}`)),
      })),
    );
    // Past the first look for messages that the site's rules do not find, and the reading after it.
    await some[0]?.page.waitForTimeout(6_000);
    for (const { site, page, world } of some) {
      const ids = (await unitsSeen(world)).map(({ id }) => id).sort();
      expect(ids, site.fixture).toEqual(Object.keys(site.units).sort());
      const general = `globalThis[Symbol.for('canh-giac.session')].report().general ?? 'none'`;
      expect(await world.evaluate(general), site.fixture).toBe('none');
      await page.close();
    }
  }
});
