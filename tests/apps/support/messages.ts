/** Invented messages; their numbers cannot be assigned. */
export const CHIEF = { name: 'Giám đốc Sở TT&TT Cần Thơ', address: 'giamdoc.sotttt@thuviettu.example' };
export const LAN = { name: 'Chị Lan', address: 'lan@congty.example' };
export const SCAM =
  'Tôi là Giám đốc Sở Thông tin và Truyền thông thành phố Cần Thơ. Thuê bao của ông đã đăng bài chống phá Đảng và Nhà nước, ' +
  'cơ quan an ninh đang điều tra. Ông không được nói với ai. Trong hôm nay ông gọi cho tôi theo số 0292.000.0111 và ' +
  'chuyển tiền bảo lãnh 50 triệu đồng, nếu không sẽ bị bắt.';
/** The same mail in a table, its number over three elements. */
export const SCAM_HTML = `<html><body><table><tr><td><p>${SCAM.replace('0292.000.0111', '<b>0292</b>.000.<span>0111</span>')}</p></td></tr></table></body></html>`;
export const SPLIT = ['.000.', '0111', '0292'];
export const ORDINARY =
  'Chiều nay họp lúc 14h ở phòng 302, anh mang theo bản in nhé. Cần gì gọi em 0292 000 0555.';
export const LATE =
  'Tôi là cán bộ Cục Thuế. Công ty anh nợ thuế, hôm nay không nộp sẽ bị cưỡng chế tài khoản. Anh cài ứng dụng theo ' +
  'đường dẫn tôi gửi và đọc mã OTP, gọi 0292 000 0444 ngay.';
/** What is typed into composers: never read. */
export const TYPED =
  'Tôi là công an, gọi 0292 000 0999 chuyển tiền ngay, không được nói với ai, nếu không sẽ bị bắt.';
