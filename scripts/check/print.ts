import type { Unit, Verdict } from '../../lib/analysis/types';
import { translate, type Language } from '../../lib/i18n/translate';
import { formatNumber } from '../../lib/numbers/format';

/** A verdict for people: one sentence, the reasons with their words, the numbers with their standing. */
export function printVerdict(name: string, unit: Unit, verdict: Verdict, language: Language): string {
  const say = (key: Parameters<typeof translate>[1]) => translate(language, key);
  const lines = [
    `${name === '-' ? '' : `${name}: `}${say(`level_${verdict.level}`)} (${verdict.score.toFixed(2)})`,
    `  ${say(`verdict_${verdict.level}`)}`,
  ];
  for (const { text, start, end } of verdict.reasons) {
    const place = oneLine(unit.text.slice(start, end));
    lines.push(place === '' ? `  - ${text[language]}` : `  - ${text[language]} «${place}»`);
  }
  const seen = new Set<string>();
  for (const finding of verdict.findings) {
    if (finding.kind !== 'phone' || seen.has(finding.number)) continue;
    seen.add(finding.number);
    const { standing } = finding;
    const owner = standing.official ? `, ${standing.official.organisation[language]}` : '';
    lines.push(`  ${formatNumber(finding.number)}: ${say(`number_${standing.kind}`)}${owner}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Words of a message on one line, without characters that could steer a terminal. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').slice(0, 120);
}
