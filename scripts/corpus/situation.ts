/**
 * A situation of ordinary life: its theme, the channel it is met in, and one pattern of `[a|b]` choices and `{slot}`s
 * that gives its openings, bodies and closings. '\\n' in a pattern is a line break.
 */
export type Situation = readonly [theme: string, channel: string, pattern: string];
