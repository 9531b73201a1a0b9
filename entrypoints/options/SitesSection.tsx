import { useEffect, useState } from 'preact/hooks';
import { useLanguage, useText } from '../../components/language';
import { OptionsSection } from '../../components/options/OptionsSection';
import { formatDate } from '../../lib/i18n/iso-date';
import { send } from '../../lib/message-client';

/** The sites that are read in the general way because their layout is no longer the one known. */
export function SitesSection() {
  const text = useText();
  const language = useLanguage();
  const [sites, setSites] = useState<Record<string, string>>({});
  useEffect(() => {
    void send('general-sites', {}).then(setSites);
  }, []);
  const names = Object.entries(sites);
  return (
    <OptionsSection id="sites" title={text('options_sites')}>
      <p class="muted">{text(names.length > 0 ? 'options_sites_general' : 'options_sites_known')}</p>
      <ul>
        {names.map(([site, date]) => (
          <li key={site}>{text('options_sites_site', { site, date: formatDate(language, date) })}</li>
        ))}
      </ul>
    </OptionsSection>
  );
}
