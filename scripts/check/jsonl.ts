import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import type { Finding, Verdict } from '../../lib/analysis/types';
import type { Language } from '../../lib/i18n/translate';
import type { Embedded } from './embedded';

const MAX_TEXT = 5_000_000;
const words = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const Line = v.pipe(
  v.object({
    id: v.union([v.string(), v.number()]),
    /** Without it the texts of the turns, joined by line breaks, are the text. */
    text: v.optional(words),
    sender: v.optional(
      v.object({ name: v.optional(words), address: v.optional(words), replyTo: v.optional(words) }),
    ),
    links: v.optional(v.array(v.object({ text: words, href: words }))),
    turns: v.optional(v.array(v.object({ from: words, text: words }))),
    site: v.optional(words),
    now: v.optional(v.pipe(v.string(), v.isoDate())),
  }),
  v.forward(
    v.check((line) => line.text !== undefined || line.turns !== undefined, 'there is neither text nor turns'),
    ['text'],
  ),
);

/**
 * Judges one JSON object a line, in order. A line that cannot be read is named on the error stream and answered by
 * `{"id":null,"error"}`, so that the lines of input and output stay together. Gives the exit code.
 */
export async function checkLines(
  embedded: Embedded,
  file: string | undefined,
  now: string,
  language: Language,
): Promise<number> {
  const input = file === undefined || file === '-' ? process.stdin : createReadStream(file, 'utf8');
  const failed = once(input, 'error').then(([error]) => {
    throw error as Error;
  });
  failed.catch(() => undefined);
  let number = 0;
  let bad = 0;
  const work = async () => {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++;
      if (line.trim() === '') continue;
      let answer: unknown;
      try {
        answer = answerLine(embedded, line, now, language);
      } catch (error) {
        bad++;
        const message = `line ${number}: ${(error as Error).message}`;
        process.stderr.write(`${message}\n`);
        answer = { id: null, error: message };
      }
      if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
    }
  };
  try {
    await Promise.race([work(), failed]);
  } catch (error) {
    process.stderr.write(`${file ?? 'standard input'}: ${(error as Error).message}\n`);
    return 1;
  }
  return bad > 0 ? 1 : 0;
}

function answerLine(embedded: Embedded, line: string, now: string, language: Language): unknown {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new Error('this is no JSON. Write one object a line, see --help.');
  }
  const parsed = v.safeParse(Line, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${v.getDotPath(issue) ?? 'object'}: ${issue.message}`);
  }
  const { id, now: day, text = '', sender, links, turns } = parsed.output;
  return { id, ...asAnswer(embedded.analyse({ text, sender, links, turns }, day ?? now), language) };
}

/** A verdict in the form of docs: sentences in one language, standings by their kind and name. */
export function asAnswer(verdict: Verdict, language: Language): Record<string, unknown> {
  return {
    level: verdict.level,
    score: Math.round(verdict.score * 10_000) / 10_000,
    reasons: verdict.reasons.map(({ code, text, start, end }) => ({
      code,
      text: text[language],
      start,
      end,
    })),
    findings: verdict.findings.map((finding) => asFinding(finding, language)),
  };
}

function asFinding(finding: Finding, language: Language): unknown {
  if (finding.kind !== 'phone') return finding;
  const { standing, disguise, old, ...rest } = finding;
  const name = standing.official?.organisation[language];
  return {
    ...rest,
    standing: standing.kind,
    ...(name !== undefined && { name }),
    ...(disguise !== undefined && { disguise }),
    ...(old && { old }),
  };
}
