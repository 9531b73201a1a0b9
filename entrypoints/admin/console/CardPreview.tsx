import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { TextField } from '../../../components/admin/Field';
import { useAdminText } from '../../../components/admin/text';
import sheet from '../../../components/card/card.css?inline';
import { StillCard } from '../../../components/card/StillCard';
import { LanguageContext, useLanguage, useText } from '../../../components/language';
import { judgeBy } from '../../../lib/admin/packs/compare';
import { reportFreshness } from '../../../lib/lists/age';
import type { Directory } from '../../../lib/lists/schema-directory';
import { formatNumber } from '../../../lib/numbers/format';
import { cardHotlines } from '../../../lib/page/card-hotlines';
import type { PhrasePack } from '../../../lib/phrasing/pack-schema';
import { today } from '../../background/today';

/** In a page the card floats in a corner; here it stands in its place. */
const IN_PLACE = '.card { position: static; max-block-size: none; max-inline-size: 100%; box-shadow: none; }';

interface CardPreviewProps {
  readonly directory: Directory;
  readonly pack: PhrasePack;
  /** A message of the kind that the notice warns of, to begin with. */
  readonly sample: string;
}

/** The card beside such a message, judged by the directory and the phrase pack of the draft. */
export function CardPreview({ directory, pack, sample }: CardPreviewProps) {
  const text = useAdminText();
  const word = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  const message = typed ?? sample;
  const judge = useMemo(() => judgeBy(pack, directory, today()), [pack, directory]);
  const verdict = useMemo(() => judge(message), [judge, message]);
  const hotlines = useMemo(() => cardHotlines(directory), [directory]);
  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    render(
      <LanguageContext.Provider value={language}>
        <style>{sheet + IN_PLACE}</style>
        <StillCard
          verdict={verdict}
          hotlines={hotlines}
          formatNumber={formatNumber}
          freshness={(date) => reportFreshness(date, today())}
        />
      </LanguageContext.Provider>,
      root,
    );
  }, [verdict, hotlines, language]);
  return (
    <section class="card-preview">
      <h3>{text('preview_card')}</h3>
      <TextField label={text('preview_sample')} rows={3} value={message} onValue={setTyped} />
      <p role="status">{text('preview_level', { level: word(`level_${verdict.level}`) })}</p>
      {/* A picture of the card: its buttons do nothing here, and what it says is said above. */}
      <div ref={place} inert />
    </section>
  );
}
