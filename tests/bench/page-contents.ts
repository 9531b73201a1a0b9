/** Contents of the pages that are timed; each runs in the page and builds it in one go. */

/** How many text nodes the large page has. */
export const LARGE = 100_000;

/** A long page of ordinary words: rows of spans, as listings and logs have them. Nothing in it is worth a look. */
export function buildLarge(count: number): void {
  const words = 'river stone garden window yellow morning paper silver winter orange bridge letter'.split(
    ' ',
  );
  const main = document.createElement('section');
  for (let row = 0; row * 10 < count; row++) {
    const line = document.createElement('div');
    for (let i = 0; i < 10; i++) {
      const cell = document.createElement('span');
      cell.textContent = `${words[(row + i) % 12] ?? ''} ${words[(row * 7 + i) % 12] ?? ''} ${words[(row * 5 + i) % 12] ?? ''} `;
      line.append(cell);
    }
    main.append(line);
  }
  document.body.append(main);
}

/** Rows of a list that come into the page one after the other, as scripts draw lists. */
export function buildRows(count: number): void {
  const list = document.body.appendChild(document.createElement('section'));
  for (let row = 0; row < count; row++) {
    const line = document.createElement('div');
    for (let i = 0; i < 10; i++) {
      const cell = document.createElement('span');
      cell.textContent = `river stone ${String.fromCharCode(97 + ((row + i) % 26))}arden `;
      line.append(cell);
    }
    list.append(line);
  }
}

/** The large page in Vietnamese: everyday words, many of which are in the wide net of words that may matter. */
export function buildLargeVietnamese(count: number): void {
  const words =
    'trời hôm nay mưa nhỏ chợ quê bán rau xanh cá tươi chiều về nấu cơm con học bài ngoài sân'.split(' ');
  const main = document.createElement('section');
  for (let row = 0; row * 10 < count; row++) {
    const line = document.createElement('div');
    for (let i = 0; i < 10; i++) {
      const cell = document.createElement('span');
      cell.textContent = `${words[(row + i) % 21] ?? ''} ${words[(row * 7 + i) % 21] ?? ''} ${words[(row * 5 + i) % 21] ?? ''} `;
      line.append(cell);
    }
    main.append(line);
  }
  document.body.append(main);
}

/** A news article: title, 40 paragraphs with links, a list of other articles. */
export function buildArticle(): void {
  const main = document.createElement('main');
  const title = document.createElement('h1');
  title.textContent = 'Mùa nước nổi về sớm ở đồng bằng';
  main.append(title);
  for (let i = 0; i < 40; i++) {
    const paragraph = document.createElement('p');
    const link = document.createElement('a');
    link.href = `/bai/${i}`;
    link.textContent = 'cá linh đầu mùa';
    paragraph.append(
      'Sáng sớm trên kênh Vĩnh Tế, những chiếc xuồng nhỏ nối nhau đi giăng lưới. Bà con kể năm nay nước về sớm, ',
      link,
      ' theo con nước tràn lên đồng, bông điên điển vàng rực hai bên bờ. Người già bảo lâu rồi mới thấy mùa nước đẹp như vậy.',
    );
    main.append(paragraph);
  }
  const list = document.createElement('ul');
  for (let i = 0; i < 60; i++) {
    const item = document.createElement('li');
    item.textContent = `Chuyện miền sông nước, kỳ thứ ${i}`;
    list.append(item);
  }
  document.body.append(main, list);
}

/** A feed of posts, each with header, text and three comments; every tenth is a scam. */
export function buildFeed([scam, ordinary]: readonly [string, string]): void {
  const feed = document.createElement('div');
  feed.setAttribute('role', 'feed');
  for (let i = 0; i < 500; i++) {
    const post = document.createElement('div');
    post.setAttribute('role', 'article');
    post.style.cssText = 'padding:12px;margin:8px;background:#fff;border-radius:8px';
    const head = document.createElement('h4');
    head.textContent = `Người đăng ${i}`;
    const text = document.createElement('div');
    text.dir = 'auto';
    text.textContent = i % 10 === 5 ? `${scam} Mã ${i}.` : `${ordinary} Bài số ${i}.`;
    const press = document.createElement('button');
    press.textContent = 'Thích';
    press.addEventListener('click', () => {
      press.textContent = press.textContent === 'Thích' ? 'Đã thích' : 'Thích';
    });
    post.append(head, text, press);
    feed.append(post);
  }
  const box = document.createElement('textarea');
  box.id = 'box';
  box.addEventListener('input', () => {
    document.title = box.value;
  });
  document.body.prepend(box);
  document.body.append(feed);
}

/** Running text, each piece in a paragraph of its own. */
export function buildParagraphs(pieces: readonly string[]): void {
  const main = document.createElement('main');
  for (const piece of pieces) {
    const paragraph = document.createElement('p');
    paragraph.textContent = piece;
    main.append(paragraph);
  }
  document.body.append(main);
}
