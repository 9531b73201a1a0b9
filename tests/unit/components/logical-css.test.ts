/** Style sheets say start and end, not left and right: pages must hold in a right-to-left language too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SHEETS = ['components', 'entrypoints'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(room, name)),
);

const PHYSICAL =
  /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|left$|right$|border-(?:top|bottom)-(?:left|right)-radius$|float$)/;
const FOUR_SIDES = /^(?:margin|padding|inset|border-width|border-style|border-color)$/;
const SIDED_VALUE = /^(?:text-align|float|clear|caption-side)$/;

/** Declarations that name a side of the screen, or give left and right different values. */
function physicalIn(css: string): string[] {
  const declarations = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([\w-]+)\s*:\s*([^;{}]+);/g);
  return [...declarations].flatMap(([, property = '', value = '']) => {
    const parts = value.trim().split(/\s+(?![^(]*\))/);
    const isPhysical =
      PHYSICAL.test(property) ||
      (FOUR_SIDES.test(property) && parts.length === 4 && parts[1] !== parts[3]) ||
      (SIDED_VALUE.test(property) && /\b(?:left|right)\b/.test(value));
    return isPhysical ? [`${property}: ${value.trim()}`] : [];
  });
}

test('what would be seen', () => {
  const css = `a { margin-left: 1em; padding: 0 1em 0 2em; text-align: right; left: 0; border-top-left-radius: 0; }
    b { margin-inline: 1em 2em; padding: 0 1em; inset: 0; text-align: start; border-end-end-radius: 0; }`;
  expect(physicalIn(css)).toHaveLength(5);
});

test.each(SHEETS)('%s', (path) => {
  expect(physicalIn(readFileSync(join(ROOT, path), 'utf8'))).toEqual([]);
});
