/** Corners of known sites beside their posts and comments: one short message there warns, with its sender. */
import { unitsSeen } from './support/read-units';
import { expect, test } from './support/sites-browser';

// Too short for a look at the page in the general way.
const SCAM = 'Tôi là công an phường, chuyển tiền vào tài khoản này ngay, không được nói với ai.';
const MINE = 'Tôi là công an, chuyển tiền vào tài khoản, không được nói với ai.';

const linkedin = (other: string, words: string) =>
  `<li class="msg-s-message-list__event"><div class="msg-s-event-listitem ${other}"><span class="msg-s-message-group__name">sotttt</span>
   <p class="msg-s-event-listitem__body">${words}</p></div></li>`;

const CORNERS: Readonly<Record<string, readonly [host: string, html: string, seen: string]>> = {
  'LinkedIn: a message in the window over the feed': [
    'www.linkedin.com',
    `<main></main><aside id="msg-overlay"><ul>${linkedin('', MINE)}${linkedin('msg-s-event-listitem--other', SCAM)}</ul>
     <div class="msg-form__contenteditable" contenteditable="true" role="textbox">${MINE}</div></aside>`,
    'danger sotttt',
  ],
  'YouTube: a line of the live chat in its frame': [
    'www.youtube.com',
    `<iframe width="400" height="300" srcdoc="<yt-live-chat-text-message-renderer><div id='content'><span id='author-name'>sotttt</span>
     <span id='message'>${SCAM}</span></div></yt-live-chat-text-message-renderer>"></iframe>`,
    'danger sotttt',
  ],
  'YouTube: a post of a channel': [
    'www.youtube.com',
    `<ytd-backstage-post-renderer><a id="author-text" href="/@sotttt"><span>sotttt</span></a>
     <yt-formatted-string id="content-text">${SCAM}</yt-formatted-string></ytd-backstage-post-renderer>`,
    'danger sotttt',
  ],
  'YouTube: the words under a video': [
    'www.youtube.com',
    `<ytd-watch-metadata><div id="owner"><ytd-channel-name><a href="/@sotttt">sotttt</a></ytd-channel-name></div>
     <ytd-text-inline-expander id="description-inline-expander"><yt-attributed-string>${SCAM}</yt-attributed-string>
     </ytd-text-inline-expander></ytd-watch-metadata>`,
    'danger sotttt',
  ],
  'TikTok: the words under a video': [
    'www.tiktok.com',
    `<div data-e2e="browse-video-desc"><span>${SCAM}</span></div>`,
    'danger ',
  ],
  'TikTok: a line of a live chat': [
    'www.tiktok.com',
    `<div data-e2e="chat-message"><div data-e2e="message-owner-name">sotttt</div><div>${SCAM}</div></div>`,
    'danger sotttt',
  ],
  'TikTok: a direct message': [
    'www.tiktok.com',
    `<div data-e2e="chat-item"><a href="/@sotttt"></a><p>${SCAM}</p></div>`,
    'danger ',
  ],
  'Instagram: a comment that is no item of a list': [
    'www.instagram.com',
    `<main><div><a role="link" href="/sotttt/"><span dir="auto">sotttt</span></a><span dir="auto">${SCAM}</span>
     <div role="button"><span dir="auto">${MINE}</span></div></div></main>`,
    'danger ',
  ],
  'Instagram: a direct message': [
    'www.instagram.com',
    `<div role="main"><div role="grid"><div role="row"><div role="gridcell"><h5><span dir="auto">sotttt</span></h5>
     <div role="presentation"><span dir="auto"><div dir="auto">${SCAM}</div></span></div></div></div></div>
     <div role="textbox" contenteditable="true">${MINE}</div></div>`,
    'danger sotttt',
  ],
  'Reddit: a line of a chat in its shadow trees': [
    'www.reddit.com',
    `<rs-app><template shadowrootmode="open"><rs-timeline-event><template shadowrootmode="open">
     <div class="room-message"><span class="user-name">sotttt</span><div>${SCAM}</div></div>
     </template></rs-timeline-event></template></rs-app>`,
    'danger sotttt',
  ],
};

for (const [name, [host, html, wanted]] of Object.entries(CORNERS)) {
  test(name, async ({ open }) => {
    const { page, world } = await open(`https://${host}/reading`);
    const body = `<!doctype html><html lang="vi" dir="ltr"><meta charset="utf-8" /><title>Trang</title><body>${html}`;
    await page.route('**/corner', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`https://${host}/corner`);
    const seen = async () =>
      (await unitsSeen(world)).map(({ level, sender }) => `${level} ${sender.name ?? ''}`);
    await expect.poll(seen).toEqual([wanted]);
  });
}
