/** Invented entries of the reported list, for the practice pages alone. */
import type { Report } from '../../lib/lists/standing';

/** A report with the number it is about. */
export interface PracticeReport extends Report {
  /** E.164, always +842920000xxx: the subscriber part begins with 000, which is assigned to nobody. */
  readonly number: string;
  readonly practice: true;
}

const source = { publisher: 'Trang luyện tập', url: '', date: '2026-11', practice: true } as const;

/** What the practice pages add to the reported list while they are open. */
export const PRACTICE_REPORTS: readonly PracticeReport[] = [
  {
    number: '+842920000111',
    category: 'official_impersonation',
    pretends: {
      vi: 'Tự xưng Giám đốc Sở Thông tin và Truyền thông, đòi tiền để bỏ qua vi phạm',
      en: 'Posed as the director of the Department of Information and Communications and asked for money',
    },
    strength: 'strong',
    ...source,
  },
  {
    number: '+842920000222',
    category: 'police_impersonation',
    pretends: {
      vi: 'Tự xưng công an phường, bảo cài ứng dụng định danh giả',
      en: 'Posed as ward police and had a false identity app installed',
    },
    strength: 'strong',
    ...source,
  },
  {
    number: '+842920000333',
    category: 'bank_impersonation',
    pretends: {
      vi: 'Tự xưng nhân viên ngân hàng hoặc luật sư, hỏi mã OTP và thu phí trước',
      en: 'Posed as bank staff or a lawyer, asked for the OTP and for a fee in advance',
    },
    strength: 'weak',
    ...source,
  },
  {
    number: '+842920000444',
    category: 'police_impersonation',
    pretends: {
      vi: 'Tự xưng cảnh sát giao thông, đòi chuyển khoản tiền phạt',
      en: 'Posed as traffic police and demanded fines by transfer',
    },
    strength: 'strong',
    ...source,
  },
];
