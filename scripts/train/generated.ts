import { analyse } from '../../lib/analysis/analyse';
import { UNKNOWN } from '../../lib/lists/standing';
import type { CompiledPack } from '../../lib/phrasing/compile';
import { generateOrdinary } from '../corpus/generate';
import { share, shown } from './figures';

/** What the judge says of generated ordinary texts, of situations that training does not see. */
export interface OnGenerated {
  readonly texts: number;
  readonly dangers: number;
  /** Caution or danger. */
  readonly loud: number;
  readonly situations: number;
  /** Situations with a text that is called danger; caution or danger. */
  readonly dangerSituations: number;
  readonly loudSituations: number;
}

const TEXTS = 15_000;
const SEED = 1;

/** Judges 15,000 generated ordinary texts: enough to see rates below 1%, as far as generated texts show them. */
export function judgeGenerated(pack: CompiledPack): OnGenerated {
  const context = { pack, now: '2026-01-01', standing: () => UNKNOWN };
  const situations = new Set<string>();
  const [dangerous, loud] = [new Set<string>(), new Set<string>()];
  let [dangers, warned] = [0, 0];
  for (const { text, theme } of generateOrdinary('held', TEXTS, SEED)) {
    situations.add(theme);
    const { level } = analyse({ text }, context);
    if (level !== 'danger' && level !== 'caution') continue;
    warned++;
    loud.add(theme);
    if (level !== 'danger') continue;
    dangers++;
    dangerous.add(theme);
  }
  return {
    texts: TEXTS,
    dangers,
    loud: warned,
    situations: situations.size,
    dangerSituations: dangerous.size,
    loudSituations: loud.size,
  };
}

/** The section of the model card. Markdown. */
export function generatedSection(figures: OnGenerated): string {
  const { texts, dangers, loud, situations, dangerSituations, loudSituations } = figures;
  return [
    '## Generated ordinary texts',
    "Variants of own writing, of situations that training does not see (`scripts/corpus/ordinary.ts --part held`). Texts of one situation share its words, so the second column is the one to trust: it counts situations. Neither shows a rate on people's real messages.",
    [
      '| called | of texts | of situations |',
      '| --- | --- | --- |',
      `| danger | ${shown(share(dangers, texts))} | ${shown(share(dangerSituations, situations))} |`,
      `| caution or danger | ${shown(share(loud, texts))} | ${shown(share(loudSituations, situations))} |`,
    ].join('\n'),
  ].join('\n\n');
}
