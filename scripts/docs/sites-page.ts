/** docs/sites.md, made of the site pack and the lists of the tests themselves: what is known of each site, and how. */
import type { SiteEntry } from '../../lib/lists/schema-site-pack';
import type { RealSite } from '../../tests/apps/servers';
import type { SiteCase } from '../../tests/browser/sites/site-case';

export interface SitesPageInput {
  readonly entries: readonly SiteEntry[];
  readonly cases: readonly SiteCase[];
  /** Site -> what runs, of the tests on real servers. */
  readonly real: Readonly<Record<string, RealSite>>;
  /** Sites that the Firefox suite opens. */
  readonly firefox: readonly string[];
  /** Hosts where the extension runs without asking. */
  readonly built: readonly string[];
}

const INTRO = `# Sites

Made by \`npm run docs:sites\` from the site pack (\`public/feed/site-pack.json\`) and from the tests' own lists
(\`tests/browser/sites/table.ts\`, \`tests/apps/servers.ts\`). A unit test fails while this page is not current.

- **Real**: the site's own server software runs in \`npm run test:apps\`.
- **Fixture**: a page built by hand from documented structure, under the real host name, with a strict content security
  policy and Trusted Types. It shows that the extension does what the selectors say. It cannot show that the site's
  pages of today still have this structure: that needs a person with an account.
- Where selectors find nothing on a page that clearly has messages, the general reader takes over. Popup and options say
  so. A new site pack mends selectors without a new release.
- A site without built-in access is read after the person allows it in the popup, or in a department's edition.
- Viber has no web client.
`;

const OUTRO = `## Not proven here

- Gmail, Outlook, Yahoo, Proton, Facebook, Messenger, Zalo, X, YouTube, TikTok, Telegram, Instagram, Threads, LinkedIn,
  Reddit and WhatsApp are closed services: nobody signed in to them for these tests. Their selectors are those that other
  public code uses, with the date when they were seen.
- Where the last column names a file on GitHub after "one is", that file was read, or an excerpt of it in a search, and names the unit or its text as the
  pack does: one witness, not all that the selectors were gathered from. Where it names none, no address was kept.
- SOGo's list of mails is not read: the pack has an entry for open mails alone. A false name in the list shows once the
  mail is open.
- Roundcube's two pages in \`tests/browser/fixtures\` (\`roundcube.html\` and its frame \`roundcube-preview.html\`) are built
  by hand; what shows Roundcube is the test with the real one.
- Of a reel on Facebook the comments are read, not its caption: nothing but class names that change marks it.
- Comments beside a YouTube video are read too; scripts of readers move them there. On m.youtube.com the one
  comment that is shown before the comments are opened is not read.
- Own messages are known only where the table says so. On Messenger, Facebook and X the page marks them by style alone:
  there the reader's own words are judged like any other.
- A row of a list is read by itself: where it shows no address, it gets none from the rows or the mail around it. Zimbra
  classic's list shows addresses only in some views; without an address a name alone is not held against anybody.
- Instagram's and Threads' class names change within weeks; tags, roles and \`dir\` are used instead.
`;

/** The page's text. */
export function sitesPage(input: SitesPageInput): string {
  const sites = [...new Set(input.entries.map(({ site }) => site))];
  const head = [
    '| Site | Units | Sender | Own lines | Access | Shown by | Chromium | Firefox | Selectors from |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  return `${INTRO}\n${[...head, ...sites.map((site) => row(site, input))].join('\n')}\n\n${OUTRO}`;
}

function row(site: string, { entries, cases, real, firefox, built }: SitesPageInput): string {
  const own = entries.filter((entry) => entry.site === site);
  const fixtures = [
    ...new Set(cases.filter(({ sites }) => sites.includes(site)).map(({ fixture }) => fixture)),
  ];
  const runs = real[site];
  const cells = [
    site,
    [...new Set(own.map(({ kind }) => kind))].join(', '),
    senderOf(own),
    own.some((entry) => entry.own) ? 'marked' : '',
    accessOf(own, built),
    [
      runs && `${runs.seen ? 'real' : 'real, written but not yet seen to pass'}: ${runs.runs}`,
      fixtures.length > 0 && `fixture: ${fixtures.join(', ')}`,
    ]
      .filter(Boolean)
      .join('; '),
    runs?.seen === true || fixtures.length > 0 ? 'yes' : '',
    firefox.includes(site) ? 'yes' : '',
    [...new Set(own.map(({ source, date }) => `${source}${date === undefined ? '' : `, ${date}`}`))].join(
      '; ',
    ),
  ];
  return `| ${cells.join(' | ')} |`;
}

function senderOf(own: readonly SiteEntry[]): string {
  const parts = [
    own.some(({ senderName }) => senderName) && 'name',
    own.some(({ senderAddress }) => senderAddress) && 'address',
    own.some(({ senderProfile }) => senderProfile) && 'profile',
    own.some(({ replyTo }) => replyTo) && 'reply-to',
  ];
  return parts.filter(Boolean).join(', ');
}

function accessOf(own: readonly SiteEntry[], built: readonly string[]): string {
  const hosts = own.flatMap((entry) => entry.hosts ?? []);
  if (hosts.length === 0) return 'asked for (own server)';
  return hosts.every((host) => built.includes(host)) ? 'built in' : 'asked for';
}
