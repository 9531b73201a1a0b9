import { useEffect, useState } from 'preact/hooks';
import { LanguageContext } from '../../components/language';
import { Options } from '../../components/options/Options';
import type { Language } from '../../lib/i18n/translate';
import { changeLanguage, pageLanguage } from '../../lib/page/extension-page';
import { FeedsSection } from './FeedsSection';
import { SitesSection } from './SitesSection';
import { NoticesSection } from './NoticesSection';

/** The options page: each section fetches and keeps what it shows. */
export function OptionsPage() {
  const [language, setLanguage] = useState<Language>();
  useEffect(() => {
    void pageLanguage().then(setLanguage);
  }, []);
  if (!language) return null;
  return (
    <LanguageContext.Provider value={language}>
      <Options onLanguage={(next) => void changeLanguage(next).then(setLanguage)}>
        <FeedsSection />
        <SitesSection />
        <NoticesSection />
      </Options>
    </LanguageContext.Provider>
  );
}
