/** A mail's sender is who its header names, not what stands in the mail; a post's is the nearest above it. */
import { SCAM } from './support/messages';
import { unitsSeen } from './support/read-units';
import { expect, test } from './support/sites-browser';
import type { ShownSender } from './sites/site-case';

const TRUE = { name: 'Cán bộ', address: 'canbo@thuviettu.example' };
const FALSE = { name: 'Công an Cần Thơ', address: 'congan@cantho.gov.vn' };

type Who = typeof TRUE;
interface Webmail {
  readonly host: string;
  /** A page shows one mail, whose header stands for all in it. */
  readonly single?: true;
  readonly header: (who: Who) => string;
  /** An open mail: header and body. */
  readonly mail: (header: string, body: string) => string;
}

const both = ({ name, address }: Who) => `${name} &lt;${address}&gt;`;
const outlook = (host: string, before = ''): Webmail => ({
  host,
  header: (who) => `<span id="a_FROM">${both(who)}</span>`,
  mail: (header, body) =>
    `${before}<div data-app-section="ItemContainer">${header}<div id="UniqueMessageBody">${body}</div></div>`,
});

/** Each mail entry of the site pack that shows mails in the page itself: those in frames have their header outside. */
const WEBMAILS: Readonly<Record<string, Webmail>> = {
  gmail: {
    host: 'mail.google.com',
    header: ({ name, address }) =>
      `<table><tr><td class="gF"><span email="${address}">${name}</span></td></tr></table>`,
    mail: (header, body) =>
      `<div data-message-id="1">${header}<div class="ii gt"><div class="a3s">${body}</div></div></div>`,
  },
  outlook: outlook('outlook.live.com'),
  owa: outlook('outlook.fixture.example', '<link href="/owa/prem/a.css" />'),
  yahoo: {
    host: 'mail.yahoo.com',
    header: (who) => `<span data-test-id="message-from">${both(who)}</span>`,
    mail: (header, body) =>
      `<div data-test-id="message-view">${header}<div class="msg-body">${body}</div></div>`,
  },
  roundcube: {
    host: 'horde.fixture.example',
    single: true,
    header: ({ name, address }) =>
      `<div class="header-summary"><span class="rcmContactAddress" title="${address}">${name}</span></div>`,
    mail: (header, body) => `${header}<div id="messagebody">${body}</div>`,
  },
  'zimbra-modern': {
    host: 'zimbra.fixture.example',
    header: ({ name, address }) => `<div class="zimbra-client_viewer_a zimbra-client_from">
      <span class="zimbra-client_address-list_addressName" title="${address}">${name}</span></div>`,
    mail: (header, body) => `<div class="zimbra-client_mail_a"><div class="zimbra-client_viewer_b">${header}
      <div class="zimbra-client_html-viewer_inner">${body}</div></div></div>`,
  },
  horde: {
    host: 'horde.fixture.example',
    single: true,
    header: (who) =>
      `<table><tr id="msgHeaderFrom"><td class="allowTextSelection">${both(who)}</td></tr></table>`,
    mail: (header, body) => `${header}<div id="messageBody" class="messageBody">${body}</div>`,
  },
  rainloop: {
    host: 'horde.fixture.example',
    single: true,
    header: ({ name, address }) =>
      `<div class="messageItemHeader"><span class="from" title="${name} &lt;${address}&gt;">${name}</span></div>`,
    mail: (header, body) => `<div id="rl-app" data-admin="0">${header}
      <div class="bodyText"><div class="b-text-part">${body}</div></div></div>`,
  },
  sogo: {
    host: 'horde.fixture.example',
    header: ({ name, address }) =>
      `<sg-avatar-image></sg-avatar-image><div><span>${name}</span><a class="md-caption">${address}</a></div>`,
    mail: (header, body) => `<script>document.body.setAttribute('ng-app', 'SOGo.MailerUI')</script>
      <div class="sg-face">${header}<div class="msg-body">${body}</div></div>`,
  },
};

for (const [name, { host, single, header, mail }] of Object.entries(WEBMAILS)) {
  const body = `${header(FALSE)}<p>${SCAM}</p>`;
  for (const [what, page, wanted] of [
    ['that names another sender before its words', mail(header(TRUE), body), [TRUE]],
    ['whose header is not there yet', mail('', body), [{}]],
    // The inner one is read apart, as a bubble in a bubble is.
    [
      'that holds another mail with its header',
      mail(header(TRUE), `<p>Gửi ông.</p>${mail('', body)}`),
      [single ? TRUE : {}],
    ],
  ] as [string, string, ShownSender[]][]) {
    test(`${name}: a mail ${what}, is no mail of that sender`, async ({ open }) => {
      const opened = await open(`https://${host}/reading`);
      const html = `<!doctype html><meta charset="utf-8" /><title>Thư</title><body>${page}`;
      await opened.page.route('**/mail', (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await opened.page.goto(`https://${host}/mail`);
      const senders = async () =>
        (await unitsSeen(opened.world)).filter(({ text }) => text.includes(SCAM)).map(({ sender }) => sender);
      await expect.poll(senders).toEqual(wanted);
    });
  }
}

test('Outlook: each mail of a conversation in one part of the page has the sender above it', async ({
  open,
}) => {
  const { page, world } = await open('https://outlook.live.com/reading');
  const one = (who: Who, n: number, words: string) =>
    `<div><div><span id="${n}_FROM">${both(who)}</span></div><div id="UniqueMessageBody_${n}"><p>${words}</p></div></div>`;
  const body = `<!doctype html><meta charset="utf-8" /><div role="main">${one(FALSE, 1, 'Chiều nay họp.')}${one(TRUE, 2, SCAM)}</div>`;
  await page.route('**/both', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('https://outlook.live.com/both');
  const senders = async () =>
    (await unitsSeen(world)).filter(({ text }) => text.includes(SCAM)).map(({ sender }) => sender);
  await expect.poll(senders).toEqual([TRUE]);
});

const WARNING =
  'Cảnh báo bà con: đây là lừa đảo giả danh, công an khuyến cáo tuyệt đối không chuyển tiền, báo ngay 113.';

const facebookName = (words: string, more = '') =>
  `<a role="link" href="/anh"><img alt="" /></a>
   <div data-ad-rendering-role="profile_name"><h3><a href="/${words}">${words}</a>${more}</h3></div>`;
const facebookText = (words: string) =>
  `<div data-ad-rendering-role="story_message"><div dir="auto">${words}</div></div>`;
const linkedinName = (words: string) =>
  `<span class="update-components-actor__title"><span aria-hidden="true">${words}</span></span>`;
const discourseName = (words: string) =>
  `<div class="names"><a data-user-card="${words}" href="/u/${words}">${words}</a></div>`;

/** What one person sends with what another wrote in it: address, page, and what is seen of it by who wrote it. */
const WITHIN: Readonly<Record<string, readonly [url: string, html: string, seen: readonly string[]]>> = {
  'Facebook: a post that shares another': [
    'https://www.facebook.com',
    `<div role="main"><div aria-posinset="1"><div>${facebookName('lan')}</div><div><div>${facebookText(WARNING)}</div>
     <div><div>${facebookName('sotttt', ' cùng với <a href="/khac">người khác</a>')}</div>
     <div>${facebookText(SCAM)}</div></div></div></div></div>`,
    ['notice lan', 'danger sotttt cùng với người khác'],
  ],
  'LinkedIn: a post that shares another': [
    'https://www.linkedin.com',
    `<div class="feed-shared-update-v2">${linkedinName('lan')}<div class="update-components-text">${WARNING}</div>
     <div class="update-components-mini-update-v2">${linkedinName('sotttt')}<div class="update-components-text">${SCAM}</div></div></div>`,
    ['notice lan', 'danger sotttt'],
  ],
  'Discourse: a post with its answers unfolded': [
    'https://forum.fixture.example',
    `<meta name="generator" content="Discourse 3.5" />
     <div class="topic-post"><article><section class="embedded-posts top"><div class="reply"><div class="topic-meta-data embedded-reply">
     ${discourseName('lan')}</div><div class="cooked">${WARNING}</div></div></section>
     <div class="topic-meta-data">${discourseName('sotttt')}</div><div class="cooked">${SCAM}</div></article></div>`,
    ['danger sotttt'],
  ],
  'XenForo: a post that quotes another': [
    'https://forum.fixture.example',
    `<script>document.documentElement.id = 'XF'</script>
     <article class="message"><h4 class="message-name"><a class="username" href="/members/1/">sotttt</a></h4><article class="message-body">
     <blockquote class="bbCodeBlock--quote">${WARNING}</blockquote><p>${SCAM}</p></article></article>`,
    ['danger sotttt'],
  ],
  'Telegram K: an answer in a run of bubbles': [
    'https://web.telegram.org',
    `<div class="bubble"><div class="reply"><div class="reply-title"><span class="peer-title">lan</span></div></div>
     <div class="message"><span class="translatable-message">${SCAM}</span></div></div>`,
    ['danger '],
  ],
  'Telegram A: an answer in a run of bubbles': [
    'https://web.telegram.org',
    `<div class="Message"><div class="content-inner"><div class="EmbeddedMessage"><div class="message-text">
     <div class="message-title">lan</div></div></div><div class="text-content">${SCAM}</div></div></div>`,
    ['danger '],
  ],
};

for (const [name, [url, html, seen]] of Object.entries(WITHIN)) {
  test(`${name}: each is of who wrote it`, async ({ open }) => {
    const { page, world } = await open(`${url}/reading`);
    const body = `<!doctype html><meta charset="utf-8" /><title>Trang</title><body>${html}`;
    await page.route('**/within', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${url}/within`);
    const senders = async () =>
      (await unitsSeen(world)).map(({ level, sender }) => `${level} ${sender.name ?? ''}`);
    await expect.poll(senders).toEqual(seen);
  });
}
