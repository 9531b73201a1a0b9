/** Texts to measure on, made from a seed: the same on every machine. */

const SYLLABLES = (
  'anh chị em bạn khách hàng ngân hàng tài khoản của quý vị đã bị khóa xin liên hệ bộ phận chăm sóc trong vòng hai mươi ' +
  'tư giờ để xác minh thông tin công an phường đề nghị mang theo giấy tờ không được chia sẻ cho bất kỳ ai đơn hàng giao ' +
  'tới địa chỉ nhà riêng thuế điện nước viễn thông bảo hiểm căn cước dịch vụ trực tuyến cập nhật phần mềm bấm vào đường ' +
  'dẫn trúng thưởng tiền mặt quà tặng chương trình khuyến mãi đầu tư lợi nhuận việc làm thu nhập ổn định con học sinh ' +
  'trường cấp cứu bệnh viện viện phí chuyển khoản hôm nay thời tiết mưa nhiều nơi cá tôm lúa gạo chợ nổi sông nước miền ' +
  'tây bà con mình đi đâu rồi cũng phải về ăn cơm với gia đình ba má năm nay tám chín tháng mười một lần thôi nhé'
).split(' ');

/** Letters of random texts of words. */
const NUMBER_WORDS =
  'không một hai ba bốn năm sáu bảy tám chín tư lăm mốt linh lẻ khong mot bon bay tam chin hông'.split(' ');

/** A small generator of random numbers in [0, 1): mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Next = () => number;

function pick<T>(next: Next, items: readonly T[]): T {
  const item = items[Math.floor(next() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function digits(next: Next, count: number): string {
  return Array.from({ length: count }, () => Math.floor(next() * 10)).join('');
}

/** A telephone number in one of the ways people write it. */
function telephone(next: Next): string {
  const tail = digits(next, 7);
  const mobile = pick(next, ['032', '039', '070', '079', '081', '086', '090', '091', '096', '098']);
  const three = [tail.slice(0, 1), tail.slice(1, 4), tail.slice(4)] as const;
  return pick<() => string>(next, [
    () => mobile + tail,
    () => `${mobile}${three[0]} ${three[1]} ${three[2]}`,
    () => `${mobile}${three[0]}.${three[1]}.${three[2]}`,
    () => `+84 ${mobile.slice(1)} ${three[0]}${three[1]} ${three[2]}`,
    () => `0292 3${digits(next, 6)}`,
    () => `(028) 3${digits(next, 3)} ${digits(next, 4)}`,
    () => `1900 ${digits(next, 4)}`,
    () => `Zalo ${mobile}${tail}`,
    () => `SĐT: ${mobile}.${tail}`,
  ])();
}

/** Digits that are no telephone number. */
function other(next: Next): string {
  return pick<() => string>(next, [
    () => `${1 + Math.floor(next() * 28)}/${1 + Math.floor(next() * 12)}/202${Math.floor(next() * 7)}`,
    () => `${1 + Math.floor(next() * 99)}.${digits(next, 3)}.000đ`,
    () => `mã đơn ${digits(next, 10)}`,
    () => `STK 1903${digits(next, 10)}`,
    () => `${Math.floor(next() * 24)}h30`,
    () => `MST 03${digits(next, 8)}`,
  ])();
}

/** About `bytes` bytes (UTF-8) of Vietnamese sentences with two numbers and one other run of digits in each 1,000. */
export function prose(bytes: number, seed = 1): string {
  const next = random(seed);
  const parts: string[] = [];
  let size = 0;
  for (let telephones = 0, others = 0; size < bytes;) {
    const words = Array.from({ length: 6 + Math.floor(next() * 18) }, () => pick(next, SYLLABLES));
    const first = words[0] ?? '';
    words[0] = first.charAt(0).toUpperCase() + first.slice(1);
    const place = Math.floor(next() * words.length);
    if (telephones * 500 <= size) {
      words.splice(place, 0, telephone(next));
      telephones++;
    } else if (others * 1000 <= size) {
      words.splice(place, 0, other(next));
      others++;
    }
    const sentence = words.join(' ') + pick(next, ['. ', '. ', ', ', '! ', '.\n', '? ']);
    parts.push(sentence);
    size += Buffer.byteLength(sentence);
  }
  return flat(parts.join(''));
}

/** `length` digits in one run. */
export function onlyDigits(length: number, seed = 2): string {
  return flat(digits(random(seed), length));
}

/** `length` units of digits and separators in turn. */
export function digitsAndSeparators(length: number, seed = 3): string {
  const next = random(seed);
  return flat(
    Array.from({ length: length / 2 }, () => digits(next, 1) + pick(next, Array.from(' .-/,'))).join(''),
  );
}

/** About `length` units of number words. */
export function numberWords(length: number, seed = 4): string {
  const next = random(seed);
  return flat(Array.from({ length: Math.round(length / 4.7) }, () => pick(next, NUMBER_WORDS)).join(' '));
}

/** A text cut at blanks into nodes of about `length` units. */
export function nodesOf(text: string, length = 200): string[] {
  const nodes: string[] = [];
  for (let start = 0; start < text.length;) {
    const blank = text.indexOf(' ', start + length - 10);
    const near = blank >= 0 && blank < start + length + 50;
    const end = near ? blank + 1 : Math.min(text.length, start + length);
    nodes.push(flat(text.slice(start, end)));
    start = end;
  }
  return nodes;
}

/** The same text as one block of memory, as the browser hands it over; a slice or a sum of strings is slower to read. */
function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
