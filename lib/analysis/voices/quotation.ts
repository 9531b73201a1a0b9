/** Which lines of a mail are another's: quoted in an answer, or passed on. */

export interface Lines {
  readonly start: number;
  readonly end: number;
}

export interface Quotation {
  /** The sender's own lines and the others', each in text order. */
  readonly own: readonly Lines[];
  readonly quoted: readonly Lines[];
  /** True where a mail program passed a message on: then it needs no words of the sender. */
  readonly forwarded: boolean;
}

/** Longer lines and heads are no marks of a mail program. */
const MAX_HEAD = 300;
const FORWARD =
  /^[\s>]*(?:-{2,}\s*(?:forwarded message|original message|original appointment|thư đã chuyển tiếp|tin nhắn đã chuyển tiếp|thư chuyển tiếp|thư gốc|tin nhắn gốc)\s*-{2,}|begin forwarded message:|bắt đầu thư được chuyển tiếp:)/i;
const FROM = /^[\s>*]*(?:from|từ|người gửi)\s*\*?:\s*\S/i;
const SENT = /^[\s>*]*(?:sent|date|đã gửi|ngày gửi|ngày|gửi lúc|to|đến|tới|subject|chủ đề|tiêu đề)\s*\*?:/i;
const WROTE =
  /^(?:on\s.{4,250}\swrote|vào\s.{4,250}\s(?:đã viết|viết)|(?:ngày|lúc)\s.{4,250}\s(?:đã viết|viết)|.{2,100}<[^\s<>@]{1,80}@[^\s<>]{1,120}>.{0,100}(?:wrote|đã viết|viết))\s*:\s*$/i;

/**
 * Parts a mail into the sender's own lines and those of others: after a mark of a mail program («On ... wrote:», «Vào ...
 * đã viết:», a forwarded head, «Từ: ... Đã gửi: ...»), and lines that begin with '>'. Undefined where nothing is quoted.
 * Linear.
 */
export function quotationOf(text: string): Quotation | undefined {
  if (!/^[ \t]*>|wrote|viết|forwarded|original|chuyển tiếp|gốc-|từ ?\*?:|from ?\*?:|gửi ?\*?:/im.test(text))
    return undefined;
  const lines = linesOf(text);
  const words = (index: number) => {
    const line = lines[index];
    return line === undefined
      ? ''
      : text.slice(line.start, Math.min(line.end, line.start + MAX_HEAD)).normalize('NFC');
  };
  const isQuoted = new Array<boolean>(lines.length).fill(false);
  let forwarded = false;
  for (let index = 0; index < lines.length; index++) {
    const line = words(index);
    const passedOn = FORWARD.test(line);
    const head = passedOn || (FROM.test(line) && SENT.test(words(index + 1)));
    // Long heads are wrapped: «On Mon ... Nguyễn An\n<an@example.org> wrote:»
    const wrote = WROTE.test(line.trim()) || WROTE.test(`${line.trim()} ${words(index + 1).trim()}`);
    if (head || (wrote && !startsQuoted(lines, index, words))) {
      forwarded = passedOn;
      isQuoted.fill(true, index);
      break;
    }
    if (wrote) isQuoted[index] = true;
    else if (line.trimStart().startsWith('>')) isQuoted[index] = true;
  }
  dropArrows(isQuoted, words);
  if (!isQuoted.includes(true)) return undefined;
  return { own: runs(lines, isQuoted, false), quoted: runs(lines, isQuoted, true), forwarded };
}

/** Whether lines with '>' follow a head: then what comes after them is the sender's again. */
function startsQuoted(lines: readonly Lines[], index: number, words: (index: number) => string): boolean {
  for (let next = index + 1; next < Math.min(lines.length, index + 5); next++)
    if (words(next).trimStart().startsWith('>')) return true;
  return false;
}

/** A single short line with '>' and no head is an arrow («>>> Bấm vào đây»), not a quotation. */
function dropArrows(isQuoted: boolean[], words: (index: number) => string): void {
  for (let index = 0; index < isQuoted.length; index++) {
    if (!isQuoted[index] || isQuoted[index - 1] || isQuoted[index + 1]) continue;
    const line = words(index);
    if (line.trimStart().startsWith('>') && line.split(/\s+/).length < 10) isQuoted[index] = false;
  }
}

function linesOf(text: string): Lines[] {
  const lines: Lines[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    lines.push({ start, end });
    start = end;
  }
  return lines;
}

function runs(lines: readonly Lines[], isQuoted: readonly boolean[], wanted: boolean): Lines[] {
  const found: { start: number; end: number }[] = [];
  lines.forEach(({ start, end }, index) => {
    if (isQuoted[index] !== wanted) return;
    const last = found.at(-1);
    if (last?.end === start) last.end = end;
    else found.push({ start, end });
  });
  return found;
}
