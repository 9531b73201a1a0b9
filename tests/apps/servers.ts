/** A site whose own server software the tests run. */
export interface RealSite {
  readonly runs: string;
  /** False while nobody has seen its test pass: docs/sites.md then claims nothing. */
  readonly seen: boolean;
  /** True where a test in Firefox passes too. */
  readonly firefox?: boolean;
}

/** The real servers of tests/apps, for docs/sites.md, by the site's name in the site pack. */
export const REAL_SITES: Readonly<Record<string, RealSite>> = {
  Roundcube: { runs: 'Roundcube 1.6.5, elastic and larry (roundcube.spec.ts)', seen: true, firefox: true },
  SOGo: { runs: 'SOGo 5.8 (sogo.spec.ts)', seen: true },
  NodeBB: { runs: 'NodeBB 1.4.0 (nodebb.spec.ts)', seen: true },
  Converse: { runs: 'Converse 14 (converse.spec.ts)', seen: true },
};
