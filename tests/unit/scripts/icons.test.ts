/** Icons: each file drawn in its size, each shape of its own, readable on light and dark toolbars. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ICON_SIZES, STATE_SIZES, TOOLBAR_STATES } from '../../../scripts/icons/names';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const DRAWN = join(ROOT, 'public', 'icons');
const SOURCES = join(ROOT, 'scripts', 'icons');
const NAMES = ['icon', ...TOOLBAR_STATES];
/** Toolbars of Chromium and Firefox, light and dark. */
const TOOLBARS = ['#ffffff', '#f0f0f4', '#3c3c3c', '#2b2a33'];

/** Relative luminance of a colour: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test('every icon is drawn in every size, and nothing else lies there', () => {
  const files = [
    ...ICON_SIZES.map((size) => ['icon', size] as const),
    ...TOOLBAR_STATES.flatMap((state) => STATE_SIZES.map((size) => [state, size] as const)),
  ];
  expect(readdirSync(DRAWN).sort()).toEqual(files.map(([name, size]) => `${name}-${size}.png`).sort());
  for (const [name, size] of files) {
    const head = readFileSync(join(DRAWN, `${name}-${size}.png`));
    // Width and height of a PNG stand at bytes 16 and 20.
    expect([head.readUInt32BE(16), head.readUInt32BE(20)], name).toEqual([size, size]);
  }
});

test.each(NAMES)('%s stands out from every toolbar, and its mark from it', (name) => {
  const source = readFileSync(join(SOURCES, `${name}.svg`), 'utf8');
  const [ground = ''] = source.match(/#[0-9a-f]{6}/) ?? [];
  for (const toolbar of TOOLBARS) expect(contrast(ground, toolbar), toolbar).toBeGreaterThanOrEqual(3);
  if (source.includes('#ffffff')) expect(contrast(ground, '#ffffff')).toBeGreaterThanOrEqual(3);
});

test('no two icons have the same outline: none is told by colour alone', () => {
  const outlines = NAMES.map(
    (name) => / d="([^"]+)"/.exec(readFileSync(join(SOURCES, `${name}.svg`), 'utf8'))?.[1],
  );
  expect(new Set(outlines).size).toBe(NAMES.length);
});
