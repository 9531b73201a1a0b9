/** Main-thread time of a page from Chromium's own trace: time on the processor, not on the clock. */
import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor: what other programs took does not count. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string }; readonly name?: string };
}

export interface MainThread {
  /** All work of the page's main thread, in milliseconds. */
  readonly total: number;
  /** Calls into the extension's scripts and what they called, in milliseconds. */
  readonly ours: number;
  /** The longest such call, in milliseconds. */
  readonly longest: number;
  /** Such calls of more than 50 ms. */
  readonly over50: number;
  /** Such calls, by when they began: milliseconds of the page's own clock where the page has set ZERO, else undefined. */
  readonly calls: readonly { readonly start: number; readonly duration: number }[] | undefined;
}

/** The mark by which a page says where its clock begins: `performance.mark(ZERO, { startTime: 0 })`. */
export const ZERO = 'canh-giac-zero';

/** Traces a page while `run` runs. */
export async function traced(session: CDPSession, run: () => Promise<unknown>): Promise<MainThread> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'v8.execute',
        'blink.user_timing',
      ],
    },
    transferMode: 'ReportEvents',
  });
  await run();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return summed(events);
}

function summed(events: readonly TraceEvent[]): MainThread {
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread),
  );
  const timed = events
    .filter((event) => event.ph === 'X' && mains.has(thread(event)))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const calls = outermost(timed.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension://')));
  const ours = calls.map(processorMs);
  const zero = events.find(({ name }) => name === ZERO)?.ts;
  return {
    total: sum(outermost(timed.filter(({ name }) => name === 'RunTask')).map(processorMs)),
    ours: sum(ours),
    longest: Math.max(0, ...ours),
    over50: ours.filter((ms) => ms > 50).length,
    calls:
      zero === undefined
        ? undefined
        : calls.map((call, i) => ({ start: (call.ts - zero) / 1_000, duration: ours[i] ?? 0 })),
  };
}

/** The events that lie in no other of the list. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const ends = new Map<string, number>();
  return events.filter((event) => {
    if (event.ts < (ends.get(thread(event)) ?? -1)) return false;
    ends.set(thread(event), event.ts + (event.dur ?? 0));
    return true;
  });
}

const processorMs = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur / 1_000;

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0);
}

function thread({ pid, tid }: TraceEvent): string {
  return `${pid}.${tid}`;
}
