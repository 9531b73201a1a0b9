/** The real chip and card in an OPEN shadow root, since axe sees nothing inside a closed one. */
import { render } from 'preact';
import cardCss from '../../../components/card/card.css?inline';
import { Chip } from '../../../components/card/Chip';
import { StillCard } from '../../../components/card/StillCard';
import { LanguageContext } from '../../../components/language';
import type { Level, Verdict } from '../../../lib/analysis/types';
import type { Language } from '../../../lib/i18n/translate';

const source = { publisher: 'Báo mẫu', url: 'https://example.org/', date: '2026-01-20' } as const;
const organisation = { vi: 'Cơ quan mẫu', en: 'Sample office' };

/** A verdict with every kind of standing in it. */
function verdictOf(level: Level): Verdict {
  const phone = { kind: 'phone', raw: 'x', start: 0, end: 1, type: 'landline' } as const;
  const official = { organisation, purpose: { vi: 'Tiếp dân', en: 'Reception' }, ...source };
  const report = {
    category: 'police_impersonation',
    pretends: { vi: 'Xưng là công an', en: 'Posed as police' },
    strength: 'strong',
    ...source,
  } as const;
  return {
    level,
    score: 0.9,
    reasons: [
      { code: 'a', text: { vi: 'Đòi chuyển tiền.', en: 'Demands a transfer.' }, start: 0, end: 1 },
      { code: 'b', text: { vi: 'Giục làm ngay.', en: 'Urges haste.' }, start: 0, end: 1 },
    ],
    findings: [
      { ...phone, number: '+842920000001', standing: { kind: 'unknown' } },
      { ...phone, number: '+842920000002', standing: { kind: 'official', official } },
      { ...phone, number: '+842920000003', standing: { kind: 'reported', reports: [report] } },
      { ...phone, number: '+842920000004', standing: { kind: 'both', official, reports: [report] } },
      {
        ...phone,
        number: '+842920000005',
        standing: { kind: 'reported', reports: [{ ...report, date: '2021-01' }] },
      },
    ],
  };
}

function show(level: Level, language: Language, hidden: boolean): void {
  const host = document.createElement('div');
  document.querySelector('main')?.replaceChildren(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardCss);
  root.adoptedStyleSheets = [sheet];
  render(
    <LanguageContext.Provider value={language}>
      <Chip level={level} expanded={false} onOpen={() => undefined} />
      <StillCard
        verdict={verdictOf(level)}
        hidden={hidden}
        hotlines={[{ ...source, organisation, purpose: organisation, number: '113' }]}
        formatNumber={(number) => number}
        freshness={(date) => (date < '2024' ? 'old' : 'recent')}
      />
    </LanguageContext.Provider>,
    root,
  );
}

Object.assign(window, { showCard: show });
