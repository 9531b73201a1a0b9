/** The administrators' console in a real Firefox, publishing by hand and to a real Apache. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { launchFirefox, type LaunchedFirefox } from '../../scripts/browser/firefox';
import { until } from '../../scripts/browser/until';
import { verifyFeed } from '../../scripts/feed/verify';
import { LOGIN, startDav } from '../browser/support/dav-server';
import { acceptedByOutsideClient } from '../browser/support/outside-client';
import { workbook } from '../browser/support/xlsx';
import { choicesOf, choose, fill, handIn } from './support/fill';
import { press, sees } from './support/press';

const BUILD = join(import.meta.dirname, '../../.output/admin-granted/firefox-mv3');
const EDITOR = 'Nguyễn Văn An';
const PASSPHRASE = 'mười hai con chim sẻ';
const downloads = mkdtempSync(join(tmpdir(), 'canh-giac-firefox-admin-'));
afterAll(() => rmSync(downloads, { recursive: true, force: true }));

/** The path of a download with this end, once it is whole. */
async function downloaded(end: string): Promise<string> {
  const found = () => readdirSync(downloads).filter((name) => name.endsWith(end));
  await until(() => Promise.resolve(found().length === 1), `a download ${end}`);
  const path = join(downloads, found()[0] ?? '');
  await until(() => Promise.resolve(readFileSync(path).length > 0), `${end} to be whole`);
  return path;
}

type Page = LaunchedFirefox['driver'];

async function makeFeed(page: Page): Promise<string> {
  await fill(page, 'Họ tên của bạn', EDITOR);
  await press(page, 'Lập nguồn mới');
  await fill(page, 'Tên nguồn', 'Danh sách trong Firefox');
  await press(page, 'Tạo khóa');
  await fill(page, 'Mật khẩu của tệp khóa', PASSPHRASE);
  await fill(page, 'Nhập lại mật khẩu', PASSPHRASE);
  await press(page, 'Lưu tệp khóa');
  const keys = await downloaded('.json');
  await fill(page, 'Mật khẩu của tệp khóa', PASSPHRASE);
  await handIn(page, 'Chọn tệp khóa', keys);
  await sees(page, 'Đã mở thử được');
  await press(page, 'Ký và lập nguồn');
  await until(() => page.evaluate(`document.querySelector('.fingerprint') !== null`), 'the key sheet');
  const fingerprint = (await page.evaluate(`document.querySelector('.fingerprint').innerText`)) as string;
  await press(page, 'Xong, mở nguồn');
  return fingerprint;
}

async function paste(page: Page, text: string): Promise<void> {
  await press(page, 'Danh sách bị phản ánh');
  await press(page, 'Dán nhiều số');
  await fill(page, 'Dán văn bản bất kỳ', text);
  await fill(page, 'Loại', 'gia-danh-cong-an');
  await fill(page, 'Kẻ gọi tự xưng là ai, đòi gì', 'Tự xưng công an, đòi chuyển tiền.');
  await fill(page, 'Đường dẫn nguồn tin', 'https://congan.example.gov.vn/canh-bao');
  await fill(page, 'Lý do thay đổi', 'Đơn của người dân');
  await press(page, 'Thêm 1 số vào bản nháp');
  await sees(page, 'Đã đổi 1 số');
}

/** A workbook is read in a worker of the console, and nothing of it is taken. */
async function lookAtWorkbook(page: Page): Promise<void> {
  const rows = Array.from({ length: 20_000 }, (_, at) => [
    `0292${String(at).padStart(7, '0')}`,
    'Giả công an',
  ]);
  const path = join(downloads, 'bảng.xlsx');
  writeFileSync(
    path,
    workbook({ Bìa: [], 'Tháng 11': [['DANH SÁCH'], ['Số điện thoại', 'Nội dung'], ...rows] }),
  );
  await press(page, 'Danh sách bị phản ánh');
  await press(page, 'Nhập từ tệp');
  await handIn(page, 'Chọn tệp', path);
  await sees(page, 'Tệp bảng.xlsx: cột nào là gì?');
  expect(await choicesOf(page, 'Trang tính')).toEqual(['0', '1']);
  await press(page, 'Thôi');
}

async function sign(page: Page): Promise<void> {
  await press(page, 'Xem lại và công bố (1)');
  await sees(page, '1 số mới');
  await press(page, 'Ký và công bố');
  await sees(page, 'Cách đưa lên');
}

test('a feed is made, filled, signed, published as .zip and to Apache, and an outside client accepts it', async () => {
  const apache = await startDav('apache');
  const firefox = await launchFirefox({ extension: BUILD, admin: true, hosts: [], port: 9, downloads });
  try {
    const page = firefox.driver;
    await sees(page, 'Trình duyệt này không cho chọn thư mục.');
    const fingerprint = await makeFeed(page);
    const numbers = async () => [
      ...((await verifyFeed(apache.address, fingerprint)).content.reported?.entries.keys() ?? []),
    ];

    await lookAtWorkbook(page);
    await paste(page, 'Gọi từ 0292 000 0111; báo 113.');
    await sign(page);
    expect(await choicesOf(page, 'Cách đưa lên')).toEqual(['zip', 'dav', 's3']);
    await sees(page, 'Trình duyệt này không cho chọn thư mục, nên không có cách ghi vào thư mục.');
    await press(page, 'Công bố');
    await sees(page, 'Chưa kiểm tra được trên máy chủ');
    // By hand, as the console says.
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(await downloaded('.zip'))))) {
      mkdirSync(dirname(join(apache.root, path)), { recursive: true });
      writeFileSync(join(apache.root, path), bytes);
    }
    await acceptedByOutsideClient(apache.address, apache.root);
    expect(await numbers()).toEqual(['+842920000111']);
    await press(page, 'Xong');

    await paste(page, '0292 000 0222');
    await sign(page);
    await choose(page, 'Cách đưa lên', 'dav');
    await fill(page, 'Địa chỉ để ghi', apache.address);
    await fill(page, 'Tên đăng nhập', LOGIN.user);
    await fill(page, 'Mật khẩu', LOGIN.password);
    await fill(page, 'Địa chỉ mà trình duyệt đọc', apache.address);
    await press(page, 'Công bố');
    await sees(page, 'Đã đọc lại và kiểm tra');
    await acceptedByOutsideClient(apache.address, apache.root);
    expect(await numbers()).toEqual(['+842920000111', '+842920000222']);
  } finally {
    await firefox.close();
    await apache.close();
  }
}, 120_000);
