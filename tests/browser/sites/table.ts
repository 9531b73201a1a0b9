/**
 * What each known site's fixture holds, for the tests and for docs/sites.md. Every fixture holds a scam and an ordinary
 * message, one that arrives late, and words that must never be read: in menus, search boxes, password fields,
 * composers, buttons, quotations and the reader's own messages.
 */

import type { ShownSender, SiteCase } from './site-case';

const CHIEF = 'Giám đốc Sở TT&TT Cần Thơ';
const LAN = 'Chị Lan';
const CHIEF_MAIL = { name: CHIEF, address: 'giamdoc.sotttt@thuviettu.example' };
const LAN_MAIL = { name: LAN, address: 'lan@congty.example' };
const TAX_MAIL = { name: 'Cán bộ thuế', address: 'thue@hopthu.example' };
const SPLIT = ['0292', '.000', '.0111'];
const ORDINARY = '0292 000 0555';
const COMMENT = '0292 000 0333';
const IN_ROW = '0292 000 0666';
const numbers = [...SPLIT, ORDINARY];

const MAIL_UNITS = {
  'row-scam': ['caution', CHIEF_MAIL],
  scam: ['danger', CHIEF_MAIL],
  ordinary: ['none', LAN_MAIL],
} as const;

/** `bare` is what a row without an address shows of its sender: never those of the rows around it. */
function mail(fixture: string, host: string, site: string, bare: ShownSender = {}): SiteCase {
  return {
    fixture,
    host,
    sites: [site],
    units: { 'row-bare': ['none', bare], ...MAIL_UNITS },
    late: ['danger', TAX_MAIL],
    numbers: [...numbers, IN_ROW],
  };
}

/** The rows of its list show subjects alone. */
function subjects(fixture: string, site: string): SiteCase {
  return {
    ...mail(fixture, 'horde.fixture.example', site),
    units: {
      'row-bare': ['none', { name: CHIEF }],
      'row-scam': ['caution', CHIEF_MAIL],
      scam: ['danger', CHIEF_MAIL],
    },
    late: ['caution', { name: 'Công an thành phố Cần Thơ', address: 'canbo@hopthu.example' }],
    numbers: [...SPLIT, IN_ROW],
  };
}

function chat(fixture: string, host: string, sites: string[], chief = 'Giám đốc Sở'): SiteCase {
  return {
    fixture,
    host,
    sites,
    units: { scam: ['danger', { name: chief }], ordinary: ['none', { name: LAN }] },
    late: ['danger', { name: 'Cán bộ thuế' }],
    numbers,
  };
}

/** A quotation on a button is no part of the message, a message that stands on one is. */
function messenger(host: string, site: string): SiteCase {
  const both = chat('messenger', host, [site], CHIEF);
  return {
    ...both,
    units: { ...both.units, pressed: ['none', { name: LAN }] },
    numbers: [...both.numbers, COMMENT],
  };
}

/** A site whose senders have pages: `at` gives the address of a page by its unit. */
function social(fixture: string, host: string, site: string, at: (unit: string) => string): SiteCase {
  const who = (name: string, unit: string) => ({ name, profile: `https://${host}${at(unit)}` });
  return {
    fixture,
    host,
    sites: [site],
    units: { scam: ['danger', who(CHIEF, 'scam')], ordinary: ['none', who(LAN, 'ordinary')] },
    late: ['danger', who('Cán bộ thuế', 'late')],
    numbers,
  };
}

const FACEBOOK = 'https://www.facebook.com';
const HELP = 'Hỗ Trợ Lấy Lại Tiền';

const WATCH = social('youtube', 'www.youtube.com', 'YouTube', (unit) => `/@${unit}`);
/** One comment stands beside the video. */
const YOUTUBE: SiteCase = {
  ...WATCH,
  units: {
    ...WATCH.units,
    beside: ['danger', { name: HELP, profile: 'https://www.youtube.com/@beside' }],
  },
  numbers: [...numbers, COMMENT],
};

const HANDLES: Readonly<Record<string, string>> = { scam: 'sotttt_gia', ordinary: 'lan', late: 'thue' };
const X = social('x', 'x.com', 'X', (unit) => `/${HANDLES[unit]}`);

export const SITE_CASES: readonly SiteCase[] = [
  mail('gmail', 'mail.google.com', 'Gmail'),
  mail('outlook', 'outlook.live.com', 'Outlook'),
  mail('owa', 'outlook.fixture.example', 'OWA (Exchange)'),
  mail('yahoo', 'mail.yahoo.com', 'Yahoo Mail'),
  mail('proton', 'mail.proton.me', 'Proton Mail', { name: CHIEF }),
  mail('zimbra', 'zimbra.fixture.example', 'Zimbra (classic)', { name: CHIEF }),
  mail('zimbra-modern', 'zimbra.fixture.example', 'Zimbra (modern)', { name: CHIEF }),
  subjects('horde', 'Horde'),
  subjects('rainloop', 'RainLoop / SnappyMail'),
  {
    fixture: 'facebook',
    host: 'www.facebook.com',
    sites: ['Facebook'],
    units: {
      warning: ['notice', { name: 'Công an xã Mẫu', profile: `${FACEBOOK}/congan.xa.mau` }],
      'comment-scam': ['danger', { name: HELP, profile: `${FACEBOOK}/profile.php` }],
      'comment-ordinary': ['none', { name: 'Nam', profile: `${FACEBOOK}/nam` }],
    },
    late: ['danger', { name: 'Nhóm Việc Làm', profile: `${FACEBOOK}/groups/1/user/2` }],
    numbers: ['113', COMMENT, ORDINARY],
  },
  {
    fixture: 'facebook-group',
    host: 'www.facebook.com',
    sites: ['Facebook'],
    units: {
      scam: ['danger', { name: CHIEF, profile: `${FACEBOOK}/groups/1/user/9` }],
      ordinary: ['none', { name: LAN, profile: `${FACEBOOK}/lan` }],
    },
    late: ['danger', { name: 'Nhóm Việc Làm', profile: `${FACEBOOK}/groups/1/user/2` }],
    numbers,
  },
  social('facebook-reel', 'www.facebook.com', 'Facebook', (unit) => `/${unit}`),
  messenger('www.messenger.com', 'Messenger'),
  messenger('www.facebook.com', 'Facebook'),
  chat('zalo', 'chat.zalo.me', ['Zalo']),
  {
    ...X,
    units: {
      ...X.units,
      // A post that quotes another: each has its own author and its own verdict.
      quoting: ['notice', { name: 'Công an xã Mẫu', profile: 'https://x.com/congan_mau' }],
      quoted: ['danger', { name: 'Cán bộ điều tra' }],
    },
    // The full stop is a picture with that alt text, as sites draw emoji.
    numbers: ['0292', '', '000.0111', ORDINARY, COMMENT],
  },
  YOUTUBE,
  social('youtube-mobile', 'm.youtube.com', 'YouTube', (unit) => `/@${unit}`),
  social('tiktok', 'www.tiktok.com', 'TikTok', (unit) => `/@${unit}`),
  chat('telegram-k', 'web.telegram.org', ['Telegram (K)']),
  chat('telegram-a', 'web.telegram.org', ['Telegram (A)']),
  {
    fixture: 'instagram',
    host: 'www.instagram.com',
    sites: ['Instagram'],
    units: {
      caption: ['none', { name: 'shop', profile: 'https://www.instagram.com/shop/' }],
      scam: ['danger', { name: CHIEF, profile: 'https://www.instagram.com/scam/' }],
      ordinary: ['none', { name: 'lan', profile: 'https://www.instagram.com/ordinary/' }],
    },
    late: ['danger', { name: 'canbothue', profile: 'https://www.instagram.com/late/' }],
    numbers: [...numbers, ORDINARY],
  },
  {
    fixture: 'threads',
    host: 'www.threads.com',
    sites: ['Threads'],
    units: {
      scam: ['danger', { name: 'sotttt.gia', profile: 'https://www.threads.com/@scam' }],
      ordinary: ['none', { name: 'lan', profile: 'https://www.threads.com/@ordinary' }],
    },
    late: ['danger', { name: 'canbothue', profile: 'https://www.threads.com/@late' }],
    numbers,
  },
  {
    fixture: 'linkedin',
    host: 'www.linkedin.com',
    sites: ['LinkedIn'],
    units: {
      scam: ['danger', { name: CHIEF, profile: 'https://www.linkedin.com/in/scam' }],
      'comment-scam': ['danger', { name: HELP, profile: 'https://www.linkedin.com/in/comment-scam' }],
      ordinary: ['none', { name: LAN, profile: 'https://www.linkedin.com/in/ordinary' }],
    },
    late: ['danger', { name: 'Cán bộ thuế', profile: 'https://www.linkedin.com/in/late' }],
    numbers: [...numbers, COMMENT],
  },
  {
    fixture: 'reddit',
    host: 'www.reddit.com',
    sites: ['Reddit'],
    units: {
      scam: ['danger', { name: 'giamdoc_so' }],
      'comment-scam': ['danger', { name: 'ho_tro' }],
      ordinary: ['none', { name: 'lan' }],
    },
    late: ['danger', { name: 'canbothue' }],
    numbers: [...numbers, COMMENT],
  },
  chat('whatsapp', 'web.whatsapp.com', ['WhatsApp Web']),
  {
    fixture: 'discourse',
    host: 'forum.fixture.example',
    sites: ['Discourse'],
    units: {
      scam: ['danger', { name: CHIEF, profile: 'https://forum.fixture.example/u/scam' }],
      ordinary: ['none', { name: 'lan', profile: 'https://forum.fixture.example/u/ordinary' }],
    },
    late: ['danger', { name: 'canbothue', profile: 'https://forum.fixture.example/u/late' }],
    numbers,
  },
  {
    fixture: 'xenforo',
    host: 'forum.fixture.example',
    sites: ['XenForo'],
    units: {
      scam: ['danger', { name: CHIEF, profile: 'https://forum.fixture.example/members/scam.1/' }],
      ordinary: ['none', { name: 'lan', profile: 'https://forum.fixture.example/members/ordinary.1/' }],
    },
    late: ['danger', { name: 'canbothue', profile: 'https://forum.fixture.example/members/late.1/' }],
    numbers,
  },
  {
    fixture: 'wordpress',
    host: 'blog.fixture.example',
    sites: ['WordPress'],
    units: {
      post: ['danger', {}],
      scam: ['danger', { name: CHIEF, profile: 'https://scam.example/' }],
      ordinary: ['none', { name: 'Lan', profile: 'https://ordinary.example/' }],
    },
    late: ['danger', { name: 'Cán bộ thuế', profile: 'https://late.example/' }],
    numbers: [...numbers, COMMENT],
  },
];
