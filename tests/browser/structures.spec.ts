/** Messages in the markup of pages that no site pack knows: each is one message, whole, once, apart from those around it. */
import { test } from './support/edition';
import { expect } from './support/extension';
import { SCAM } from './support/messages';
import { openBody } from './support/open-body';
import { painted, unitsSeen } from './support/read-units';

const WARNING =
  'Cảnh báo bà con: đây là lừa đảo giả danh, công an khuyến cáo tuyệt đối không chuyển tiền, báo ngay 113.';
const SENTENCES = SCAM.split(/(?<=\.) (?=[A-ZĐK])/);
const inEach = (tag: string) => SENTENCES.map((sentence) => `<${tag}>${sentence}</${tag}>`).join('');

/** Words of a PDF as PDF.js lays them over its page. */
const clear = (words: string) => `<div class="textLayer" style="color: transparent">${words}</div>`;

/** Name, what the body holds, and the levels of what is found in it, in the order of the page. */
const CASES: readonly (readonly [name: string, body: string, levels: readonly string[]])[] = [
  ...[
    '<svg width="8" height="8"></svg>',
    '<button>Trả lời</button>',
    '<picture><img alt="" /></picture>',
    '<video></video>',
    '<figure><img alt="" /></figure>',
    '<style></style>',
    '<script></script>',
    '<ul><li>Điều một</li></ul>',
    '<blockquote>Điều đã viết</blockquote>',
    '<table><tr><td>Điều hai</td></tr></table>',
    '<details><summary>Xem thêm</summary></details>',
    '<iframe></iframe>',
    '<input type="hidden" />',
  ].map(
    (extra) =>
      [
        `paragraphs of one box beside ${extra.slice(0, 4)}`,
        `<div>${inEach('div')}${extra}</div>`,
        ['danger'],
      ] as const,
  ),
  [
    'paragraphs that unfold',
    `<details open><summary>${SENTENCES[0] ?? ''}</summary>${SENTENCES.slice(1)
      .map((sentence) => `<p>${sentence}</p>`)
      .join('')}</details>`,
    ['danger'],
  ],
  // What ends a mail is no message beside its paragraphs, however mail programs box it.
  ...[
    '<div dir="ltr" class="gmail_signature"><div dir="ltr"><b>Lan</b><div>Văn thư</div></div></div>',
    '<div><div class="gmail_signature"><div>Văn thư</div></div></div>',
    '<div class="protonmail_signature_block"><div>Gửi bằng Proton Mail.</div></div>',
    '<div id="Signature"><div>Lan</div><div>Văn thư</div></div>',
    '<div data-marker="__SIG_PRE__"><div>Lan</div><div>Văn thư</div></div>',
    '<hr><div id="divRplyFwdMsg"><font><b>Từ:</b> Lan</font><div>&nbsp;</div></div>',
    '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Lan<br><b>Sent:</b> 1/12/2026</p></div></div>',
    '<div><br><blockquote type="cite"><div>Lan đã viết:</div></blockquote></div>',
  ].map(
    (end) => [`paragraphs of a mail before ${end}`, `<div>${inEach('div')}${end}</div>`, ['danger']] as const,
  ),
  [
    'a mail that Outlook forwards',
    `<div class="WordSection1"><p class="MsoNormal">Kính chuyển anh.</p><div>
     <div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b>
     Lan<br><b>Sent:</b> Monday, 30 November 2026 08:12<br><b>To:</b> Minh<br><b>Subject:</b> Giấy mời</p></div></div>
     ${inEach('p')}</div>`,
    // Who forwards may mean to warn of it.
    ['caution'],
  ],
  [
    'words of its own around blocks of another kind',
    `<div>Chào ông.<center>${SCAM}</center></div>`,
    ['danger'],
  ],
  [
    'the same in a custom element',
    `<x-post>Chào ông.<x-words style="display: block">${SCAM}</x-words></x-post>`,
    ['danger'],
  ],
  // An article tells what swindlers say: its pictures do not part it.
  ...[
    '<figure><img alt="" /><figcaption>Ảnh: T.L.</figcaption></figure>',
    '<div class="wp-caption"><img alt="" /><p class="wp-caption-text">Ảnh: T.L.</p></div>',
    '<div class="VCSortableInPreviewMode"><div><img alt="" /></div><div class="PhotoCMS_Caption"><p>Ảnh: T.L.</p></div></div>',
  ].map(
    (picture) =>
      [
        `an article around ${picture.slice(0, 24)}`,
        `<div><p>${WARNING}</p>${picture}<p>Bà H. kể người gọi nói với bà:</p><p>"${SCAM}"</p>${picture}<p>${WARNING}</p></div>`,
        ['notice'],
      ] as const,
  ),
  ...['a', 'label'].map(
    (tag) =>
      [
        `rows that are each one ${tag} of several boxes`,
        `<div>${[WARNING, SCAM].map((words) => `<${tag}><div>Lan</div><div>${words}</div></${tag}>`).join('')}</div>`,
        ['notice', 'danger'],
      ] as const,
  ),
  [
    'a page of a PDF, whose words lie clear over its picture',
    `<div><canvas></canvas>${clear(SENTENCES.map((line) => `<span role="presentation" style="position: absolute">${line}</span><br>`).join(''))}</div>`,
    ['danger'],
  ],
  [
    'a list of figures',
    `<div>${[WARNING, SCAM].map((words) => `<figure><figcaption>${words}</figcaption></figure>`).join('')}</div>`,
    ['notice', 'danger'],
  ],
  [
    'answers that unfold under a text',
    `<div><h1>Tin</h1><p>${WARNING}</p><details open><summary>Bình luận</summary><p>${SCAM}</p></details></div>`,
    ['notice', 'danger'],
  ],
  [
    'messages beside what answers them',
    `<div><div>${WARNING}</div><div>${SCAM}</div><textarea></textarea></div>`,
    ['notice', 'danger'],
  ],
  [
    'messages in a table within the cell of a page',
    `<table><tr><td>Trang chủ<table><tr><td>${SCAM}</td></tr><tr><td>${WARNING}</td></tr></table></td></tr></table>`,
    ['danger', 'notice'],
  ],
  [
    'a message in a quotation within its item',
    `<ol><li><b>Lan</b><blockquote>${SCAM}</blockquote></li><li><b>Minh</b><blockquote>${WARNING}</blockquote></li></ol>`,
    ['danger', 'notice'],
  ],
  [
    'a warning that answers in a list within the item',
    `<ol><li><div><p>${SCAM}</p></div><ol><li><div><p>${WARNING}</p></div></li></ol></li></ol>`,
    ['danger', 'notice'],
  ],
  [
    'a scam that answers thanks in a list within the item',
    `<ol><li><div><p>Cảm ơn bài viết rất hay của bạn</p></div><ol><li><div><p>${SCAM}</p></div></li></ol></li></ol>`,
    ['danger'],
  ],
  [
    'a comment with the name of who wrote it beside a box of its words',
    `<div><a href="/gd">Giám đốc Sở</a><div><p>${SCAM}</p></div></div>`,
    ['danger'],
  ],
  [
    'a chat in a frame',
    `<iframe srcdoc="<div><div><div>${SCAM}</div></div><div><div>${WARNING}</div></div></div><div><textarea></textarea></div>"></iframe>`,
    ['danger', 'notice'],
  ],
  [
    'a page from right to left that was scrolled to the left',
    `<script>document.documentElement.dir = 'rtl'; addEventListener('load', () => scrollTo(-2500, 0))</script>
     <div style="width: 5000px"><p dir="ltr" style="width: 400px; margin-right: 3000px; position: relative">${SCAM}</p></div>`,
    ['danger'],
  ],
  [
    'paragraphs of a page with a link after them',
    `<main><h1>Tin</h1><p>${WARNING}</p><p>${SCAM}</p><a href="/">Quay lại trang trước</a></main>`,
    ['notice', 'danger'],
  ],
  [
    'words of a page itself around paragraphs',
    `Kính gửi ông Nam,<br /><br />Thông báo cho ông.<p>${SCAM}</p>Trân trọng kính chào.`,
    ['danger'],
  ],
  [
    'letters that each stand by themselves',
    `<p>${Array.from(SCAM, (letter) => `<span>${letter}</span>`).join('')}</p>`,
    ['danger'],
  ],
];

for (const [i, [name, body, levels]] of CASES.entries()) {
  test(name, async ({ open, extension }) => {
    const { page, world } = await openBody({ open, extension }, `structure-${i}`, body);
    await expect.poll(async () => (await unitsSeen(world)).map(({ level }) => level)).toEqual(levels);
    // None comes later, such as the same words once more.
    await page.waitForTimeout(2_000);
    const units = await unitsSeen(world);
    expect(units.map(({ level }) => level)).toEqual(levels);
    // Beside it the word on a button at most.
    const said = units.map(({ text }) => text.replace(/\s+/g, ' ').trim());
    expect(said.filter((text) => text.includes(SCAM))).toHaveLength(1);
  });
}

test('a text that is written letter by letter', async ({ open }) => {
  const { page, world } = await open('https://forum.fixture.example/plain');
  await page.evaluate(async (words) => {
    const place = document.getElementById('main')?.appendChild(document.createElement('p'));
    for (const letter of words) {
      place?.append(letter);
      if (letter === ' ') await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, SCAM);
  await expect.poll(async () => (await unitsSeen(world)).map(({ level }) => level)).toEqual(['danger']);
});

test('a number whose parts stand in boxes of one line', async ({ open, extension }) => {
  const part = (words: string) => `<span>${words}</span>`;
  const line = (display: string, parts: string) => `<p style="display: ${display}">${parts}</p>`;
  const body =
    line('flex', ['Gọi', '0292', '000', '0111'].map(part).join('')) +
    line('grid', ['0292', '000', '0222'].map(part).join('')) +
    line('inline-flex', [part('(0292)'), part('000 0333')].join(''));
  const { page } = await openBody({ open, extension }, 'boxes', body);
  // In a grid of one column they stand one below the other.
  await expect.poll(() => painted(page, 'number')).toEqual(['(0292)', '000', '000 0333', '0111', '0292']);
});

test('a number that stands alone in a quotation', async ({ open, extension }) => {
  const body = '<div><p>Số của tôi đây nhé mọi người:</p><blockquote>02920000666</blockquote></div>';
  const { page } = await openBody({ open, extension }, 'alone', body);
  await expect.poll(() => painted(page, 'number')).toEqual(['02920000666']);
});

test('a message in an item that goes on in a table is judged whole', async ({ open, extension }) => {
  const rows = [
    'Ông đang bị điều tra vì liên quan đường dây rửa tiền.',
    'Ông chuyển tiền vào tài khoản để xác minh.',
  ].map((words) => `<tr><td>${words}</td></tr>`);
  const body = `<ul><li><p>Tôi là cán bộ công an quận.</p><table>${rows.join('')}</table></li></ul>`;
  const { world } = await openBody({ open, extension }, 'goes-on', body);
  const levels = async () => (await unitsSeen(world)).map(({ level }) => level);
  await expect.poll(levels).toContain('danger');
});

test('clear words that lie over no picture are not read', async ({ open, extension }) => {
  const { page, world } = await openBody(
    { open, extension },
    'clear',
    `<p>${WARNING}</p>${clear(`<span>${SCAM}</span>`)}`,
  );
  const levels = async () => (await unitsSeen(world)).map(({ level }) => level);
  await expect.poll(levels).toEqual(['notice']);
  await page.waitForTimeout(1_000);
  expect(await levels()).toEqual(['notice']);
});

test('the light version of Outlook Web App shows a short mail: it is warned of at once', async ({
  open,
  extension,
}) => {
  const body = `<link rel="icon" href="/owa/15.2.1544.9/themes/base/favicon.ico"><table><tr><td><div class="bdy">${SCAM}</div></td></tr></table>`;
  const { world } = await openBody({ open, extension }, 'owa-light', body);
  await expect.poll(async () => (await unitsSeen(world)).map(({ level }) => level)).toEqual(['danger']);
});
