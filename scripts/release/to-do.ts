/** What the publisher has to fill in before packages are handed in: said, never left as a silent blank. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a text says who publishes the extension and whom to write to, as long as nobody has filled it in. */
const BLANKS = [
  ['docs/store/privacy-policy.vi.md', '*do đơn vị phát hành tiện ích ghi vào đây.*'],
  ['docs/store/privacy-policy.en.md', '*to be filled in by whoever publishes the extension.*'],
] as const;

/** One line for each thing that is still open. */
export function publisherToDo(root: string): string[] {
  return BLANKS.filter(([file, blank]) => {
    const path = join(root, file);
    return existsSync(path) && readFileSync(path, 'utf8').replace(/\s+/g, ' ').includes(blank);
  }).map(([file]) => `${file}: the publisher's name and contact are not filled in yet.`);
}

/** The lines as they are printed; nothing where nothing is open. */
export function toDoText(root: string): string {
  const open = publisherToDo(root);
  if (open.length === 0) return '';
  return `\nTo do for the publisher before handing in:\n${open.map((line) => `- ${line}\n`).join('')}`;
}
