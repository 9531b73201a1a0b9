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
