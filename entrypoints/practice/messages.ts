/**
 * The messages of the practice pages, in our own words: of the scammer, of people who warn, and ordinary ones.
 * Numbers are of the form 0292 000 0xxx, which no subscriber can have, or official (113, 156, those of the notice);
 * addresses are under .example. Nothing here names a real caller.
 */
export { CHAT, POSTS } from './posts';
export { PRACTICE_REPORTS, type PracticeReport } from './reports';
import type { PracticeMail } from '../../components/practice/types';

/** The mailbox. */
export const MAILS: readonly PracticeMail[] = [
  {
    id: 'mail-director',
    kind: 'scam',
    sender: { name: 'Giám đốc Sở TT&TT Cần Thơ', address: 'giamdoc.sotttt@thumoi.example' },
    time: 'Hôm nay, 8:12',
    subject: 'Về việc thuê bao của ông/bà có dấu hiệu vi phạm',
    body: [
      ['Kính gửi ông/bà,'],
      [
        'Tôi là Giám đốc Sở Thông tin và Truyền thông thành phố Cần Thơ. Số thuê bao của ông/bà đã gọi cho nhiều người và lập tài khoản mạng xã hội đăng bài chống phá Đảng, Nhà nước. Ông/bà đang bị điều tra vì liên quan đến một đường dây phản động.',
      ],
      [
        'Nếu không hợp tác, cơ quan chức năng sẽ mời làm việc và khóa số của ông/bà trong hôm nay. Ông/bà gọi ngay cho tôi theo số ',
        { strong: '0292' },
        ' 000 ',
        { em: '0111' },
        ', không nói với ai để bảo đảm bí mật điều tra.',
      ],
      [
        'Ông/bà chuẩn bị 50 triệu đồng, chuyển vào tài khoản tạm giữ để xác minh. Sau khi xác minh, tiền được hoàn lại.',
      ],
    ],
  },
  {
    id: 'mail-warning',
    kind: 'warning',
    sender: { name: 'Văn phòng cơ quan', address: 'van-phong@luyentap.example' },
    time: 'Hôm nay, 7:40',
    subject: 'Nhắc anh chị: có người giả danh lãnh đạo Sở gọi điện',
    body: [
      ['Các anh chị thân mến,'],
      [
        'Mấy ngày nay có kẻ gọi điện, tự xưng là Giám đốc Sở Thông tin và Truyền thông, nói thuê bao của người nghe đăng bài chống phá rồi đòi chuyển tiền. Đây là thủ đoạn lừa đảo. Không lãnh đạo Sở nào gọi điện để thông báo hay mời làm việc về những chuyện như vậy.',
      ],
      [
        'Ai nhận cuộc gọi như thế thì ghi âm, giữ bình tĩnh, không làm theo và không chuyển tiền. Số kẻ gian hay dùng là 0292 000 0111. Xin báo về Thanh tra Sở, số ',
        { tel: '+842923899588', text: '0292 3899 588' },
        ', hoặc công an nơi gần nhất, số 113.',
      ],
    ],
  },
  {
    id: 'mail-meeting',
    kind: 'ordinary',
    sender: { name: 'Phòng Tổ chức', address: 'to-chuc@luyentap.example' },
    time: 'Hôm qua, 16:05',
    subject: 'Giấy mời làm việc với đoàn khảo sát chuyển đổi số',
    body: [
      ['Kính gửi các phòng,'],
      [
        'Mời đại diện các phòng đến làm việc với đoàn khảo sát chuyển đổi số lúc 8 giờ thứ Năm, tại phòng họp tầng 3. Giấy mời số 12/GM kèm theo thư này.',
      ],
      ['Cần thêm chỗ ngồi thì báo chị Hạnh trước thứ Tư, máy lẻ 0292 000 0456. Xin cảm ơn.'],
    ],
  },
  {
    id: 'mail-bank',
    kind: 'scam',
    sender: { name: 'Trung tâm thẻ ngân hàng', address: 'hotro-the@uudai.example' },
    time: 'Hôm qua, 11:27',
    subject: 'Thẻ của quý khách bị tạm khóa, cần xác thực trong 2 giờ',
    body: [
      ['Kính gửi quý khách,'],
      [
        'Ngân hàng phát hiện giao dịch lạ, thẻ của quý khách bị tạm khóa. Quý khách đăng nhập tại ',
        { href: 'https://nganhang-xacthuc.example/dang-nhap', text: 'trang xác thực của ngân hàng' },
        ' rồi cung cấp mã OTP cho nhân viên hỗ trợ.',
      ],
      ['Sau 2 giờ không xác thực, toàn bộ số dư sẽ bị phong tỏa. Tổng đài hỗ trợ: (0292) 000.0333.'],
    ],
  },
  {
    id: 'mail-training',
    kind: 'ordinary',
    sender: { name: 'Lê Thị Hạnh', address: 'hanh.lt@luyentap.example' },
    time: 'Thứ Hai, 9:30',
    subject: 'Lịch trực tuần này và tiền trà nước',
    body: [
      ['Chào cả phòng,'],
      [
        'Lịch trực tuần này như bảng treo ở cửa, ai đổi ca thì nhắn mình trước 4 giờ chiều. Tiền trà nước quý này mỗi người 100.000 đồng, nộp tiền mặt cho bạn Khoa.',
      ],
      ['Mình ngồi phòng 204, gọi máy bàn 0292 000 0457 là gặp.'],
    ],
  },
  {
    id: 'mail-police',
    kind: 'scam',
    sender: { name: 'Công an phường', address: 'capnhat.dinhdanh@dichvu.example' },
    time: 'Chủ nhật, 20:14',
    subject: 'Yêu cầu cập nhật định danh điện tử',
    body: [
      ['Thông báo đến công dân,'],
      [
        'Công an phường thông báo: dữ liệu định danh của ông/bà bị sai. Ông/bà cài ứng dụng theo ',
        { href: 'https://dinhdanh-capnhat.example/vneid.apk', text: 'đường dẫn này' },
        ' và nhập số căn cước, mật khẩu ngân hàng để đồng bộ.',
      ],
      [
        'Không thực hiện trong hôm nay sẽ bị phạt và khóa tài khoản. Cán bộ hướng dẫn: O292.OOO.O222 (gặp anh Tuấn).',
      ],
    ],
  },
];
