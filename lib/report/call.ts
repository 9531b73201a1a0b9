/** 'Họ nói gì?': six questions for somebody who is on the phone, and what the answers say. Pure. */
import type { Level, Reason, Verdict } from '../analysis/types';
import { localisedPeople } from '../i18n/people';

/** In the order they are asked: what tells most comes first. */
export const CALL_QUESTIONS = ['claim', 'money', 'threat', 'code', 'secrecy', 'hurry'] as const;
export type CallQuestion = (typeof CALL_QUESTIONS)[number];

/** Yes or no to what was asked so far. */
export type CallAnswers = Readonly<Partial<Record<CallQuestion, boolean>>>;

/** What an honest caller from an office has no use for. */
const WANTS: readonly CallQuestion[] = ['money', 'threat', 'code', 'secrecy'];

/**
 * The verdict on a call. Danger asks for two reasons, and not for a claim or haste with nothing wanted: an honest bank
 * may call, a shop may hurry. One more yes never lowers the level. `score` is the share of questions answered yes;
 * reasons have no place in a text, so their offsets are 0.
 */
export function judgeCall(answers: CallAnswers): Verdict {
  const said = CALL_QUESTIONS.filter((question) => answers[question] === true);
  const level = levelOf(said);
  return {
    level,
    score: Math.round((said.length / CALL_QUESTIONS.length) * 1000) / 1000,
    reasons: level === 'none' ? [] : said.map(reasonOf),
    findings: [],
  };
}

/** The question to ask next; none when all are answered, or when more answers could not raise the level. */
export function nextQuestion(answers: CallAnswers): CallQuestion | undefined {
  if (judgeCall(answers).level === 'danger') return undefined;
  return CALL_QUESTIONS.find((question) => answers[question] === undefined);
}

function levelOf(said: readonly CallQuestion[]): Level {
  const wants = said.filter((question) => WANTS.includes(question)).length;
  if (wants >= 2 || (wants === 1 && said.includes('claim'))) return 'danger';
  return wants === 1 || said.length >= 2 ? 'caution' : 'none';
}

function reasonOf(question: CallQuestion): Reason {
  return { code: `call-${question}`, text: localisedPeople(`reason_call_${question}`), start: 0, end: 0 };
}
