/** `npm run health`: the figures of docs/development.md on how the code is written, room by room. */
import { join } from 'node:path';
import { circles, readSource, type SourceFile } from './health/source';
import { toDoText } from './release/to-do';

const PRODUCT = ['lib', 'components', 'entrypoints'];

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function row(name: string, files: readonly SourceFile[]): string {
  const lines = files.map((file) => file.lines).sort((a, b) => a - b);
  const sum = (count: (file: SourceFile) => number) => files.reduce((all, file) => all + count(file), 0);
  const exported = sum((file) => file.exported);
  const documented = sum((file) => file.documented);
  return [
    name,
    files.length,
    `${quantile(lines, 0.5)} / ${quantile(lines, 0.9)} / ${lines.at(-1) ?? 0}`,
    files.filter((file) => file.callsBrowser).length,
    exported === 0 ? '' : `${Math.round((100 * documented) / exported)}%`,
    sum((file) => file.anys),
  ].join(' | ');
}

const product = readSource(PRODUCT);
const rest = readSource(['scripts', 'tests']);
const rooms = [...new Set(product.map(({ room }) => room))].sort();
console.log('room | files | lines: median / p90 / max | call the browser | documented | any');
console.log('--- | --- | --- | --- | --- | ---');
for (const room of rooms) {
  console.log(
    row(
      room,
      product.filter((file) => file.room === room),
    ),
  );
}
console.log(row('**product**', product));
for (const room of ['scripts', 'tests']) {
  console.log(
    row(
      room,
      rest.filter((file) => file.room === room),
    ),
  );
}
const inCircle = circles([...product, ...rest]);
console.log(`\nImports in a circle: ${inCircle.length === 0 ? 'none' : inCircle.join('; ')}`);
const starts = product.filter(({ path }) =>
  /^entrypoints\/(?:[\w.]+\/(?:console\/)?)?(?:main\.tsx|index\.ts|background\.ts)$/.test(path),
);
console.log(
  `What browsers start: ${starts.length} files, the longest ${Math.max(...starts.map(({ lines }) => lines))} lines`,
);
const bare = product.filter(({ path }) => path.startsWith('lib/')).flatMap((file) => file.bare);
console.log(
  `Exported functions and classes of lib without a line: ${bare.length}${bare.map((one) => `\n  ${one}`).join('')}`,
);
process.stdout.write(toDoText(join(import.meta.dirname, '..')));
