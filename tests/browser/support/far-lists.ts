/** Long lists of rows with a number each, and which of them were read. */
import type { Page } from '@playwright/test';
import { unitsSeen } from './read-units';

export const ROWS = 300;
/** So many that those far from the view are not looked at all at once while nothing is scrolled. */
export const MANY = 3_000;
/** Less than the time between such looks, asked often: seconds of a slow machine are short. */
export const SOON = { timeout: 1_200, intervals: [50] };

/** A list of rows with a number each, built in one go; `style` is the list's. */
export const addList = (page: Page, style = '', rows = ROWS) =>
  page.evaluate(
    ([count, css]) => {
      const list = document.createElement('section');
      list.id = 'list';
      list.style.cssText = css;
      for (let i = 0; i < count; i++) {
        const row = document.createElement('div');
        row.style.cssText = 'height: 60px; flex: none';
        row.textContent = `Dòng này gọi 0912 34${5000 + i} nhé`;
        list.append(row);
      }
      document.getElementById('main')?.append(list);
    },
    [rows, style] as const,
  );

/** Which rows were read. */
export async function rowsRead(world: Parameters<typeof unitsSeen>[0]): Promise<number[]> {
  const units = await unitsSeen(world);
  return units.flatMap(({ text }) => Number(/0912 34(\d{4})/.exec(text)?.[1]) - 5_000).sort((a, b) => a - b);
}

/** Runs `script` on one row, named `row` there. */
export const row = (page: Page, index: number, script: string) =>
  page.evaluate(`((row) => { ${script} })(document.getElementById('list').children[${index}])`);

export const BEGIN = `row.scrollIntoView({ block: 'start' })`;
