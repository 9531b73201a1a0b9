import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analysis/analyse';
import { LEVELS, type Level } from '../../lib/analysis/types';
import { UNKNOWN } from '../../lib/lists/standing';
import { pack } from '../unit/phrasing/pack';
import floors from './messages-figures.json';

type Label = 'scam' | 'warning' | 'benign';
interface Row {
  readonly label: Label;
  readonly writer?: string;
  readonly text: string;
}

/** Figures may fall by so much before a test fails: a few messages of a small set. */
const TOLERANCE = 0.01;

function rowsOf(file: string): Row[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

function figures(rows: readonly Row[]) {
  const levels = rows.map(
    (row) => analyse({ text: row.text }, { pack, now: '2026-01-01', standing: () => UNKNOWN }).level,
  );
  const share = (label: Label, least: Level) => {
    const of = levels.filter((_, index) => rows[index]?.label === label);
    const hit = of.filter((level) => LEVELS.indexOf(level) >= LEVELS.indexOf(least));
    return of.length === 0 ? 0 : Math.round((hit.length / of.length) * 1000) / 1000;
  };
  return {
    messages: rows.length,
    scamAny: share('scam', 'caution'),
    scamDanger: share('scam', 'danger'),
    warningDanger: share('warning', 'danger'),
    benignDanger: share('benign', 'danger'),
    benignAny: share('benign', 'caution'),
  };
}

describe.each([
  ['dev', rowsOf('messages-dev.jsonl')],
  // The weights were fitted with these writers too: the figure guards against regressions, it measures nothing.
  ['train', rowsOf('messages-train.jsonl').filter((row) => row.writer === 't3' || row.writer === 't6')],
] as const)('messages of %s', (name, rows) => {
  it('are judged as well as committed', () => {
    const now = figures(rows);
    console.log(JSON.stringify({ set: name, ...now }));
    const floor = floors[name];
    expect(now.scamAny).toBeGreaterThanOrEqual(floor.scamAny - TOLERANCE);
    expect(now.scamDanger).toBeGreaterThanOrEqual(floor.scamDanger - TOLERANCE);
    expect(now.warningDanger).toBeLessThanOrEqual(floor.warningDanger + TOLERANCE);
    expect(now.benignDanger).toBeLessThanOrEqual(floor.benignDanger + TOLERANCE);
    expect(now.benignAny).toBeLessThanOrEqual(floor.benignAny + TOLERANCE);
  });
});
