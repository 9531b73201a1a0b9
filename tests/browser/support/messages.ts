/** Invented messages for the fixture pages; their numbers cannot be assigned. */
export const SCAM =
  'Tôi là Giám đốc Sở Thông tin và Truyền thông. Thuê bao của ông đăng bài chống phá Nhà nước, cơ quan an ninh đang điều tra. ' +
  'Không được nói với ai. Gọi ngay 0292 000 0111 và chuyển tiền bảo lãnh trong hôm nay, nếu không sẽ bị bắt.';
export const ORDINARY = 'Chiều nay họp lúc 14h ở phòng 302, nhớ mang bản in.';
