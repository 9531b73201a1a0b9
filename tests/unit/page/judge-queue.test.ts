import { describe, expect, it, vi } from 'vitest';
import type { Unit } from '../../../lib/analysis/types';
import { judgeQueue } from '../../../lib/page/judge-queue';
import { MAX_BATCH, MAX_BATCH_TEXT, MAX_WAITING_TEXT, SLICE_MS } from '../../../lib/page/limits';
import type { JudgedUnit } from '../../../lib/messages';

const judged = (unit: Unit): JudgedUnit => ({
  verdict: { level: 'none', score: unit.text.length, reasons: [], findings: [] },
  displays: {},
  key: unit.text,
  hidden: false,
});
const answered = () => undefined;
/** Notes the keys of verdicts, and what is dropped. */
const hear = (keys: string[]) => (judged: JudgedUnit | undefined) => void keys.push(judged?.key ?? 'dropped');

describe('judgeQueue', () => {
  it('asks once for the same text, and not again while it is remembered', async () => {
    const judge = vi.fn((units: Unit[]) => Promise.resolve(units.map(judged)));
    const queue = judgeQueue(judge);
    const keys: string[] = [];
    for (let i = 0; i < 3; i++) queue.ask({ text: 'a' }, hear(keys));
    await queue.sendAsked(answered);
    queue.ask({ text: 'a' }, hear(keys));
    await queue.sendAsked(answered);
    expect(keys).toEqual(['a', 'a', 'a', 'a']);
    expect(judge).toHaveBeenCalledTimes(1);
    queue.forget();
    queue.ask({ text: 'a' }, hear(keys));
    await queue.sendAsked(answered);
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('sends what is asked for right after a flush that had nothing to send', async () => {
    const queue = judgeQueue((units) => Promise.resolve(units.map(judged)));
    const keys: string[] = [];
    const first = queue.sendAsked(answered);
    queue.ask({ text: 'a' }, hear(keys));
    await Promise.all([first, queue.sendAsked(answered)]);
    expect(keys).toEqual(['a']);
  });

  it('sends what is asked for as the last answer comes', async () => {
    const queue = judgeQueue((units) => Promise.resolve(units.map(judged)));
    const keys: string[] = [];
    queue.ask({ text: 'a' }, answered);
    let later: Promise<void> | undefined;
    await queue.sendAsked(() => {
      if (later) return;
      queue.ask({ text: 'b' }, hear(keys));
      later = queue.sendAsked(answered);
    });
    await later;
    expect(keys).toEqual(['b']);
  });

  it('hands out answers in slices, so that the page and presses come between', async () => {
    const queue = judgeQueue((units) => Promise.resolve(units.map(judged)));
    const order: string[] = [];
    const slow = (judged: JudgedUnit | undefined) => {
      order.push(judged?.key ?? 'dropped');
      setTimeout(() => order.push('press'));
      for (const start = performance.now(); performance.now() - start <= SLICE_MS;);
    };
    queue.ask({ text: 'a' }, slow);
    queue.ask({ text: 'b' }, slow);
    await queue.sendAsked(answered);
    expect(order.slice(0, 3)).toEqual(['a', 'press', 'b']);
  });

  it('neither tells nor remembers a verdict that was under way when verdicts were forgotten', async () => {
    let answer: () => void = () => undefined;
    const judge = vi.fn(async (units: Unit[]) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return units.map(judged);
    });
    const queue = judgeQueue(judge);
    const told: string[] = [];
    const ask = () => {
      queue.ask({ text: 'a' }, hear(told));
      return queue.sendAsked(answered);
    };
    const first = ask();
    queue.forget();
    answer();
    await first;
    expect(told).toEqual(['dropped']);
    const second = ask();
    answer();
    await second;
    expect(told).toEqual(['dropped', 'a']);
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('tells a text apart by its sender', async () => {
    const judge = vi.fn((units: Unit[]) => Promise.resolve(units.map(judged)));
    const queue = judgeQueue(judge);
    queue.ask({ text: 'a', sender: { name: 'Sở' } }, answered);
    queue.ask({ text: 'a', sender: { name: 'Lan' } }, answered);
    await queue.sendAsked(answered);
    expect(judge.mock.calls[0]?.[0]).toHaveLength(2);
  });

  it('tells a text apart by where its links lead', async () => {
    const judge = vi.fn((units: Unit[]) => Promise.resolve(units.map(judged)));
    const queue = judgeQueue(judge);
    for (const href of ['https://a.example/', 'https://b.example/'])
      queue.ask({ text: 'a', links: [{ text: 'a', href }] }, answered);
    await queue.sendAsked(answered);
    expect(judge.mock.calls[0]?.[0]).toHaveLength(2);
  });

  it('sends few and short enough batches', async () => {
    const sizes: number[] = [];
    const queue = judgeQueue((units) => {
      sizes.push(units.length);
      expect(units.slice(1).reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(
        MAX_BATCH_TEXT + 5_000,
      );
      return Promise.resolve(units.map(judged));
    });
    for (let i = 0; i < MAX_BATCH + 10; i++) queue.ask({ text: `short ${i}` }, answered);
    for (let i = 0; i < 30; i++) queue.ask({ text: `${i}`.padEnd(5_000, 'x') }, answered);
    await queue.sendAsked(answered);
    expect(sizes[0]).toBe(MAX_BATCH);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(MAX_BATCH + 40);
    expect(sizes.length).toBeGreaterThan(4);
  });

  it('judges what came last before a long round that waits', async () => {
    const order: string[] = [];
    let first: (() => void) | undefined;
    const queue = judgeQueue(async (units) => {
      if (!first) await new Promise<void>((resolve) => (first = resolve));
      order.push(...units.map(({ text }) => text));
      return units.map(judged);
    });
    for (let i = 0; i < 3 * MAX_BATCH; i++) queue.ask({ text: `old ${i}` }, answered);
    const done = queue.sendAsked(answered);
    queue.ask({ text: 'new' }, answered);
    void queue.sendAsked(answered);
    await vi.waitFor(() => expect(first).toBeDefined());
    first?.();
    await done;
    expect(order.indexOf('new')).toBe(MAX_BATCH);
    expect(order).toHaveLength(3 * MAX_BATCH + 1);
  });

  it('rejects with what the background failed with, and works again after it', async () => {
    let broken = true;
    const queue = judgeQueue((units) =>
      broken ? Promise.reject(new Error('gone')) : Promise.resolve(units.map(judged)),
    );
    const dropped = vi.fn();
    queue.ask({ text: 'a' }, dropped);
    await expect(queue.sendAsked(answered)).rejects.toThrow('gone');
    expect(dropped).toHaveBeenCalledExactlyOnceWith(undefined);
    broken = false;
    const seen = vi.fn();
    queue.ask({ text: 'a' }, seen);
    await queue.sendAsked(answered);
    expect(seen).toHaveBeenCalledTimes(1);
  });

  it('drops the oldest round where more waits than it keeps, and the newest never', async () => {
    let answer: (() => void) | undefined;
    const queue = judgeQueue(async (units) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return units.map(judged);
    });
    const told: string[] = [];
    const half = (letter: string) => letter.repeat(MAX_WAITING_TEXT / 2 + 1);
    const note = (name: string) => (judged: JudgedUnit | undefined) => {
      if (!judged) told.push(name);
    };
    queue.ask({ text: 'first' }, note('first'));
    const done = queue.sendAsked(answered);
    for (const name of ['a', 'b']) {
      queue.ask({ text: half(name) }, note(name));
      void queue.sendAsked(answered);
    }
    expect(told).toEqual(['a']);
    queue.ask({ text: half('c') + half('c') }, note('c'));
    void queue.sendAsked(answered);
    expect(told).toEqual(['a', 'b']);
    for (let i = 0; i < 2; i++) {
      await vi.waitFor(() => expect(answer).toBeDefined());
      const now = answer;
      answer = undefined;
      now?.();
    }
    await done;
    expect(told).toEqual(['a', 'b']);
  });
});
