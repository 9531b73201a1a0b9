import type { Row } from '../train/corpus';

/** What the extension showed for a message. */
export interface Shown {
  readonly row: Row;
  /** The level of the message's unit; none where nothing was marked. */
  readonly level: string;
  /** The card's reasons; undefined where no card could be opened. */
  readonly reasons: readonly string[] | undefined;
  /** File of the screenshot, beside the sheet. */
  readonly image: string;
}

/** A page that holds one message and nothing else, as a site of an edition. */
export function messagePage(text: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tin nhắn</title>
<style>body{font:15px/1.5 sans-serif;margin:24px;max-width:520px}article{white-space:pre-wrap}</style>
<main><article>${escaped(text)}</article></main></html>`;
}

/** The screenshots of one class side by side. */
export function contactSheet(title: string, shown: readonly Shown[]): string {
  const figures = shown.map(
    ({ row, level, image }) =>
      `<figure><figcaption>${escaped(`${row.id}: ${level}`)}</figcaption><img src="${image}" alt=""></figure>`,
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font:16px sans-serif;margin:8px}main{display:grid;grid-template-columns:1fr 1fr;gap:8px}
figure{margin:0;border:1px solid #999}figcaption{padding:4px 8px;background:#eee}img{width:100%}</style>
<h1>${escaped(title)}</h1><main>${figures.join('\n')}</main></html>`;
}

/** Message, level and reasons of each, to be read. Markdown. */
export function transcript(shown: readonly Shown[]): string {
  return shown
    .map(({ row, level, reasons }) =>
      [
        `## ${row.id}, ${row.label}: ${level}`,
        quoted(row.text),
        reasons ? reasons.map((reason) => `- ${reason.trim()}`).join('\n') : '(no card)',
      ].join('\n\n'),
    )
    .join('\n\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
