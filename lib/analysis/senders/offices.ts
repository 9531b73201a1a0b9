/** Offices that stand in every province, and so in no directory one by one. All of them write from gov.vn. */
import type { Localised } from '../../i18n/translate';

export interface Office {
  readonly name: Localised;
  /** Names as they are spelt out. */
  readonly spelt: readonly string[];
  /** False for offices that do keep free mailboxes: a foreign address alone says little then. */
  readonly strict: boolean;
}

const FIELDS =
  'thông tin truyền thông|khoa học công nghệ|tài chính|nội vụ|tư pháp|y tế|giáo dục đào tạo|giáo dục|xây dựng|giao thông vận tải|công thương|' +
  'tài nguyên môi trường|nông nghiệp môi trường|nông nghiệp|văn hóa|du lịch|ngoại vụ|lao động thương binh xã hội|kế hoạch đầu tư|dân tộc tôn giáo';

/** Every first part before every second one; parts are parted by bars. */
function both(first: string, second: string): string[] {
  return first.split('|').flatMap((one) => second.split('|').map((other) => `${one} ${other}`));
}

export const OFFICES: readonly Office[] = [
  {
    name: { vi: 'Công an', en: 'the police' },
    spelt: [
      'công an',
      'bộ công an',
      ...both('công an', 'tỉnh|thành phố|quận|huyện|phường|xã|thị trấn|thị xã|hà nội'),
      ...both('cục|phòng|đội|tổ', 'cảnh sát'),
      ...both('cảnh sát', 'giao thông|hình sự|điều tra|kinh tế|khu vực|cơ động'),
      ...both('cơ quan', 'cảnh sát điều tra|điều tra|an ninh điều tra'),
      'cục an ninh mạng',
      'ministry public security',
      'vietnam police',
      ...both('police', 'department|office|bureau'),
    ],
    strict: true,
  },
  {
    name: { vi: 'Tòa án', en: 'a court' },
    spelt: [...both('tòa án', 'nhân dân|tỉnh|thành phố|quận|huyện'), 'people s court'],
    strict: true,
  },
  {
    name: { vi: 'Viện kiểm sát', en: 'the procuracy' },
    spelt: ['viện kiểm sát', 'people s procuracy'],
    strict: true,
  },
  {
    name: { vi: 'Cơ quan thi hành án', en: 'civil judgment enforcement' },
    spelt: [...both('cục|chi cục|phòng|đội', 'thi hành án'), 'thi hành án dân sự'],
    strict: true,
  },
  {
    name: { vi: 'Cơ quan thuế', en: 'the tax authority' },
    spelt: [
      ...both('cục|chi cục|tổng cục|cơ quan|đội', 'thuế'),
      ...both('thuế', 'tỉnh|thành phố|cơ sở|nhà nước'),
      ...both('tax', 'department|authority|office'),
      'general department taxation',
    ],
    strict: true,
  },
  {
    name: { vi: 'Hải quan', en: 'the customs' },
    spelt: [...both('cục|chi cục|tổng cục', 'hải quan'), ...both('hải quan', 'việt nam|cửa khẩu')],
    strict: true,
  },
  {
    name: { vi: 'Một bộ của Chính phủ', en: 'a ministry' },
    spelt: [...both('bộ', `${FIELDS}|quốc phòng|ngoại giao`), ...both('văn phòng|thanh tra', 'chính phủ')],
    strict: true,
  },
  {
    name: { vi: 'Một sở của tỉnh, thành phố', en: 'a provincial department' },
    spelt: [
      ...both('sở', FIELDS),
      ...both('thanh tra', 'sở|tỉnh|thành phố'),
      ...both('department', 'information communications|science technology'),
    ],
    strict: true,
  },
  {
    name: { vi: 'Ủy ban nhân dân', en: 'a People’s Committee' },
    spelt: [...both('ủy ban|hội đồng', 'nhân dân'), 'people s committee'],
    strict: true,
  },
  {
    name: { vi: 'Ủy ban nhân dân phường, xã', en: 'the People’s Committee of a ward or commune' },
    spelt: both('ủy ban nhân dân|hội đồng nhân dân', 'phường|xã|p|x|thị trấn'),
    strict: false,
  },
  {
    name: { vi: 'Bảo hiểm xã hội', en: 'social insurance' },
    spelt: ['bảo hiểm xã hội'],
    strict: true,
  },
  {
    name: { vi: 'Cổng dịch vụ công', en: 'the public service portal' },
    spelt: ['cổng dịch vụ công', 'dịch vụ công quốc gia', 'phục vụ hành chính công'],
    strict: true,
  },
  {
    name: { vi: 'Ngân hàng Nhà nước', en: 'the State Bank' },
    spelt: both('ngân hàng|kho bạc', 'nhà nước'),
    strict: true,
  },
];
