/** What the console asks about twice, or never lets through. */
import type { Page } from '@playwright/test';
import { EMBEDDED, type DocumentDrafts } from '../../lib/admin/publish/documents';
import { toldBy } from '../../lib/admin/publish/told';
import { ReportedDraft } from '../../lib/admin/reported/draft';
import { proposalFile } from '../../lib/lists/publish/proposal-file';
import { textOf } from '../../lib/lists/feed/bytes';
import { lineOf, stateOf } from '../../lib/lists/reported/state';
import { announced, markLiveRegions } from './support/accessibility-tree';
import { EDITOR, expect, jsonFile, paste, test } from './support/console';
import { loadKeys, openReady, readyFeed } from './support/ready-feed';
import { numberLine, openFeed, proposeUnasked } from '../unit/admin/support/feed';

/** Numbers that nobody has: 0292 0xx xxxx. */
const numberAt = (at: number) => `+842920${String(at).padStart(6, '0')}`;

function listOf(count: number) {
  const entry = {
    category: 'gia-danh-cong-an',
    pretends: { vi: 'giả công an', en: 'fake police' },
    publisher: 'Báo',
    url: 'https://bao.example.vn/',
    date: '2026-11-01',
    strength: 'strong',
  } as const;
  const numbers = Array.from({ length: count }, (_, at) => numberAt(at));
  return stateOf(numbers.map((number) => [number, lineOf({ number, ...entry })] as const));
}

async function review(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
}

const signing = (page: Page) => page.getByRole('button', { name: 'Ký và công bố' });

async function fillEntry(page: Page, number: string): Promise<void> {
  await page.getByLabel('Số điện thoại').fill(number);
  await page.getByLabel('Loại').fill('gia-danh-co-quan');
  await page.getByLabel('Kẻ gọi tự xưng là ai').fill('Hiện số của thanh tra, đòi tiền.');
  await page.getByLabel('Đường dẫn nguồn tin').fill('https://congan.example.gov.vn/canh-bao');
  await page.getByLabel('Lý do thay đổi').fill('Số bị giả');
  await page.getByLabel('Căn cứ').fill('Công văn 7');
}

/** A feed with twenty numbers, its keys loaded, at the list. */
async function openList(page: Page): Promise<void> {
  const feed = await readyFeed({ reported: listOf(20) });
  await openReady(page, feed);
  await loadKeys(page, feed);
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
}

test('an official number needs two steps of its own, a short code has none; what is changed says who, why and by what', async ({
  console: page,
}) => {
  await openList(page);
  await page.getByRole('button', { name: 'Thêm một số' }).click();
  const add = page.getByRole('button', { name: 'Thêm phản ánh' });
  for (const short of ['113', '156', '5656']) {
    await fillEntry(page, short);
    await expect(page.getByText('số ngắn và số khẩn cấp không được đưa vào danh sách')).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(add).toBeDisabled();
  }
  await fillEntry(page, '02923 899588');
  await expect(add).toBeDisabled();
  await page.getByLabel('Đây là số chính thức trong danh bạ.').check();
  await add.click();
  await page.getByText('Đã đổi 1 số').waitFor();

  // Pasted or imported, neither comes in.
  await page.getByRole('button', { name: 'Dán nhiều số' }).click();
  await page.getByLabel('Dán văn bản bất kỳ').fill('Gọi 02923 811502 hoặc báo 113');
  await expect(page.getByText('số chính thức, chỉ thêm từng số một')).toBeVisible();
  await expect(page.getByText('số ngắn hoặc khẩn cấp, không đưa vào danh sách')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Thêm 0 số vào bản nháp' })).toBeDisabled();
  await page.getByRole('button', { name: 'Thôi' }).click();

  await review(page);
  const today = new Date().toISOString().slice(0, 10);
  await expect(page.getByText(`${EDITOR}, ${today}, Công văn 7`)).toBeVisible();
  await expect(signing(page)).toBeDisabled();
  await page.getByLabel('1 số chính thức bị ghi là đang bị giả. Tôi đã kiểm tra.').check();
  await expect(signing(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await page.getByLabel('Tìm số hoặc từ').fill('3899588');
  await page.getByRole('button', { name: '0292 3899588' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Số bị giả' })).toContainText(
    `${EDITOR}, ${today}`,
  );
});

test('more than a tenth of the list taken out, or more than 500 numbers put in, is asked about again before it is signed', async ({
  console: page,
}) => {
  await openList(page);
  const remove = async (count: number) => {
    for (let at = 0; at < count; at++)
      await page.getByLabel(`Chọn số 0292 00000${String(at).padStart(2, '0')}`).check();
    await markLiveRegions(page);
    const button = page.getByRole('button', { name: `Gỡ ${count} số đã chọn` });
    await button.first().click();
    await page.getByLabel('Lý do thay đổi').fill('Hết căn cứ');
    await button.last().click();
    await expect.poll(() => announced(page)).toContain(`Đã đổi ${count} số`);
  };
  // A tenth is not more than a tenth.
  await remove(2);
  await review(page);
  await expect(signing(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await remove(3);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await review(page);
  await expect(signing(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await remove(3);
  await review(page);
  await expect(signing(page)).toBeDisabled();
  await page.getByLabel('Lần này gỡ 3 số, hơn một phần mười danh sách. Tôi đã kiểm tra.').check();
  await expect(signing(page)).toBeEnabled();

  const many = Array.from({ length: 501 }, (_, at) => `0${numberAt(1_000 + at).slice(3)}`);
  await paste(page, many.join(', '));
  await review(page);
  await page.getByLabel(/^Lần này gỡ 3 số/).check();
  await expect(signing(page)).toBeDisabled();
  await page.getByLabel('Lần này thêm 501 số. Tôi đã kiểm tra nguồn.').check();
  await expect(signing(page)).toBeEnabled();
});

test('many numbers get another category, certainty and date at once, with a reason; the way back outlives another room', async ({
  console: page,
}) => {
  await openReady(page, await readyFeed({ reported: listOf(20) }));
  await page.getByLabel('Tìm số hoặc từ').fill('00000');
  await page.getByRole('button', { name: 'Chọn cả 20 dòng tìm thấy' }).click();
  await page.getByLabel('Chọn số 0292 0000003').uncheck();
  const edit = page.getByRole('button', { name: 'Sửa 19 số đã chọn' });
  await edit.first().click();
  await expect(edit.last()).toBeDisabled();
  await page.getByLabel('Loại').last().fill('Viết Hoa');
  await page.getByLabel('Mức chắc chắn').last().selectOption('Cần kiểm tra thêm');
  await page.getByLabel('Ngày đăng').fill('2026-10');
  await page.getByLabel('Lý do thay đổi').fill('Sở rà lại');
  await page.getByLabel('Căn cứ').fill('Công văn 9');
  await edit.last().press('Enter');
  await expect(page.getByText('Hãy chọn một loại có sẵn')).toBeVisible();
  await page.getByLabel('Loại').last().fill('gia-danh-thue');
  await edit.last().press('Enter');
  await expect(page.getByText('Đã đổi 19 số')).toBeVisible();
  await review(page);
  await expect(page.getByText('19 số sửa').first()).toBeVisible();
  const today = new Date().toISOString().slice(0, 10);
  await expect(page.getByText(`${EDITOR}, ${today}, Công văn 9`)).toHaveCount(19);

  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await page.getByRole('button', { name: '0292 0000001' }).click();
  await expect(page.getByLabel('Loại').first()).toHaveValue('gia-danh-thue');
  await expect(page.getByLabel('Ngày đăng').first()).toHaveValue('2026-10');
  await expect(page.getByLabel('Mức chắc chắn').first()).toHaveValue('weak');
  await expect(page.getByLabel('Kẻ gọi tự xưng là ai').first()).toHaveValue('giả công an');
  await page.getByRole('button', { name: 'Về danh sách' }).click();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await review(page);
  await expect(page.getByText('Bản nháp chưa có thay đổi nào.')).toBeVisible();
});

test("a colleague's publication is asked about as one's own: no second signature under a short code", async ({
  console: page,
}) => {
  const feed = await readyFeed({ reported: listOf(20), directory: EMBEDDED.directory });
  await openReady(page, feed);
  await loadKeys(page, feed);
  await review(page);
  const open = await openFeed(feed.files, feed.fingerprint);
  const reason = { who: 'Bình', at: '2026-11-28T08:00:00Z', why: 'thử', source: '' };
  const receive = async (
    add: readonly string[],
    out: readonly string[],
    told = true,
    drafts: DocumentDrafts = {},
  ) => {
    const lines = new Map<string, readonly string[]>([
      ...add.map((number) => [number, [numberLine(number)]] as const),
      ...out.map((number) => [number, []] as const),
    ]);
    const reported = new ReportedDraft(open.reported).set(lines, reason).draft;
    const proposal = await proposeUnasked(open, reported, drafts, Date.now());
    const reasons = [...lines.keys()].map((number) => ({ ...reason, number }));
    const text = textOf(proposalFile(proposal, told ? toldBy({ reasons }) : undefined));
    await page.locator('input[type=file]').last().setInputFiles(jsonFile('cho-ky.json', text));
  };
  const sign = page.getByRole('button', { name: 'Ký', exact: true });
  const official = page.getByLabel('1 số chính thức bị ghi là đang bị giả. Tôi đã kiểm tra.');
  const cancel = page.getByRole('button', { name: 'Thôi', exact: true });

  await receive(['5656'], [], false);
  await expect(page.getByText('Số ngắn và số khẩn cấp không được đưa vào danh sách: 5656.')).toBeVisible();
  await expect(sign).toBeDisabled();
  const unsigned = page.getByText('Lý do là lời của người gửi, không thuộc phần được ký.');
  await expect(unsigned).toHaveCount(0);
  await cancel.click();

  await receive(['+842923899588'], []);
  await expect(unsigned).toBeVisible();
  await expect(sign).toBeDisabled();
  await official.check();
  await expect(sign).toBeEnabled();
  await cancel.click();

  // A list that goes as a whole with it is named.
  await receive([numberAt(100)], [], true, { directory: null });
  const gone = page.getByLabel(/^Gỡ khỏi nguồn: Danh bạ chính thức\./);
  await expect(sign).toBeDisabled();
  await gone.check();
  await expect(sign).toBeEnabled();
  await cancel.click();

  // What was said yes to of one file counts for no other.
  await receive(['+842923899588'], [0, 1, 2].map(numberAt));
  await page.getByLabel('Lần này gỡ 3 số, hơn một phần mười danh sách. Tôi đã kiểm tra.').check();
  await expect(sign).toBeDisabled();
  await official.check();
  await sign.click();
  await page.getByLabel('Cách đưa lên').waitFor();
});
