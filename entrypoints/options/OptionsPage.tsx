import { useState } from 'preact/hooks';
import { LanguageContext } from '../../components/language';
import { Options } from '../../components/options/Options';
import { usePageLanguage } from '../own-page/use-page-language';
import { BackgroundTroubles } from './BackgroundTroubles';
import { FeedsSection } from './FeedsSection';
import { SitesSection } from './SitesSection';
import { NoticesSection } from './NoticesSection';
import { SettingsSections } from './SettingsSections';

/** The options page: each section fetches and keeps what it shows. */
export function OptionsPage() {
  const { language, choose, refresh } = usePageLanguage();
  const [looks, setLooks] = useState(0);
  // Another language, by the switch above: the sections ask for the settings anew.
  const changed = () => setLooks((before) => before + 1);
  return (
    <LanguageContext.Provider value={language}>
      <Options onLanguage={(next) => void choose(next).then(changed)}>
        <BackgroundTroubles />
        <SettingsSections key={looks} onLooks={refresh} />
        <FeedsSection />
        <SitesSection />
        <NoticesSection />
      </Options>
    </LanguageContext.Provider>
  );
}
