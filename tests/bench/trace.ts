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
}

/** Traces a page while `run` runs. */
export async function traced(session: CDPSession, run: () => Promise<unknown>): Promise<MainThread> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'],
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
  const ours = outermost(timed.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension://')));
  return {
    total: sum(outermost(timed.filter(({ name }) => name === 'RunTask'))),
    ours: sum(ours),
    longest: Math.max(0, ...ours),
    over50: ours.filter((ms) => ms > 50).length,
  };
}

/** Durations in milliseconds of the events that lie in no other of the list. */
function outermost(events: readonly TraceEvent[]): number[] {
  const ends = new Map<string, number>();
  const durations: number[] = [];
  for (const event of events) {
    const { ts, dur = 0, tdur = dur } = event;
    if (ts < (ends.get(thread(event)) ?? -1)) continue;
    ends.set(thread(event), ts + dur);
    durations.push(tdur / 1_000);
  }
  return durations;
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0);
}

function thread({ pid, tid }: TraceEvent): string {
  return `${pid}.${tid}`;
}
