import { afterEach, expect, test } from 'vitest';
import { askWorkbook, type WorkbookReader } from '../../../lib/admin/reported/ask-workbook';
import type { WorkbookAnswer, WorkbookAsk } from '../../../lib/admin/reported/workbook-messages';

let channel: MessageChannel;
let isEnded = false;
afterEach(() => {
  channel.port1.close();
  channel.port2.close();
});

/** A reader at the other end of a channel, which answers whatever it is asked like this. */
function reader(answers: readonly WorkbookAnswer[]): WorkbookReader {
  channel = new MessageChannel();
  isEnded = false;
  const { port1, port2 } = channel;
  port2.onmessage = () => {
    for (const one of answers) port2.postMessage(one);
  };
  return {
    onerror: null,
    set onmessage(hear: WorkbookReader['onmessage']) {
      port1.onmessage = hear;
    },
    postMessage: (message: WorkbookAsk) => port1.postMessage(message),
    terminate: () => {
      isEnded = true;
    },
  };
}

const ROWS: WorkbookAnswer = { kind: 'rows', rows: [['0292 000 0111']], line: 1 };
const DONE: WorkbookAnswer = { kind: 'done' };
const { signal } = new AbortController();

test('answers are heard until the last one', async () => {
  const heard: string[] = [];
  const hear = ({ kind }: WorkbookAnswer) => heard.push(kind) > 0 && kind === 'done';
  await askWorkbook(reader([ROWS, ROWS, DONE]), { sheet: 0 }, signal, hear);
  expect([heard, isEnded]).toEqual([['rows', 'rows', 'done'], false]);
});

test('what goes wrong with the rows ends the reading, and is told', { timeout: 5_000 }, async () => {
  const asked = askWorkbook(reader([ROWS, DONE]), { sheet: 0 }, signal, ({ kind }) => {
    if (kind === 'rows') throw new RangeError('no room');
    return false;
  });
  await expect(asked).rejects.toThrow('no room');
  expect(isEnded).toBe(true);
});

test('a fault of the workbook ends it too', async () => {
  const asked = askWorkbook(
    reader([{ kind: 'fault', code: 'ERR_FILE_BROKEN' }]),
    { sheet: 0 },
    signal,
    () => false,
  );
  await expect(asked).rejects.toMatchObject({ code: 'ERR_FILE_BROKEN' });
  expect(isEnded).toBe(true);
});

test('whoever stops it hears of nothing more, at once and in between', async () => {
  const stopped = new AbortController();
  const heard: string[] = [];
  const asked = askWorkbook(reader([ROWS, ROWS, DONE]), { sheet: 0 }, stopped.signal, ({ kind }) => {
    heard.push(kind);
    stopped.abort(new Error('stopped'));
    return false;
  });
  await expect(asked).rejects.toThrow('stopped');
  // What was on its way arrives.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([heard, isEnded]).toEqual([['rows'], true]);
  const late = askWorkbook(reader([ROWS]), { sheet: 0 }, stopped.signal, () => heard.push('late') > 0);
  await expect(late).rejects.toThrow('stopped');
  expect([heard, isEnded]).toEqual([['rows'], true]);
});
