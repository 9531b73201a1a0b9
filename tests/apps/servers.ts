/** The real servers of tests/apps, for docs/sites.md: names as in the site pack, and what runs. */
export const REAL_SITES: Readonly<Record<string, string>> = {
  Roundcube: 'Roundcube 1.6.5, elastic and larry (roundcube.spec.ts)',
  SOGo: 'SOGo 5.8 (sogo.spec.ts)',
};
