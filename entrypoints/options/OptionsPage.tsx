import { useEffect, useState } from 'preact/hooks';
import { LanguageContext } from '../../components/language';
import { Options } from '../../components/options/Options';
import type { Language } from '../../lib/i18n/translate';
import { changeLanguage, pageLanguage } from '../../lib/page/extension-page';
import { BackgroundTroubles } from './BackgroundTroubles';
import { FeedsSection } from './FeedsSection';
import { SitesSection } from './SitesSection';
import { NoticesSection } from './NoticesSection';
import { SettingsSections } from './SettingsSections';

/** The options page: each section fetches and keeps what it shows. */
export function OptionsPage() {
  const [language, setLanguage] = useState<Language>('vi');
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    void pageLanguage().then(setLanguage);
  }, []);
  // Another language, by the switch above: the sections ask for the settings anew.
  const changed = (next: Language) => {
    setLanguage(next);
    setLooks((before) => before + 1);
  };
  return (
    <LanguageContext.Provider value={language}>
      <Options onLanguage={(next) => void changeLanguage(next).then(changed)}>
        <BackgroundTroubles />
        <SettingsSections key={looks} onLooks={() => void pageLanguage().then(setLanguage)} />
        <FeedsSection />
        <SitesSection />
        <NoticesSection />
      </Options>
    </LanguageContext.Provider>
  );
}
