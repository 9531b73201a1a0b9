/** Ten invented messages, in our own words. Numbers are of the form 0292 000 0xxx, which no subscriber can have. */
import type { QuizMessage } from '../../components/quiz/types';

export const QUIZ: readonly QuizMessage[] = [
  {
    id: 'director',
    scam: true,
    text: 'Tôi là Giám đốc Sở Thông tin và Truyền thông. Số của anh có bài chống phá Nhà nước. Anh gọi 0292 000 0111 ngay, không nói với ai.',
    why: {
      vi: 'Lãnh đạo Sở không gọi hay nhắn để báo việc như vậy. Sở này cũng đã hợp nhất năm 2025. Lời dặn giữ kín là dấu hiệu rõ nhất.',
      en: 'No head of a department calls or writes about such matters. This department was merged in 2025. The demand for secrecy gives it away.',
    },
  },
  {
    id: 'meeting',
    scam: false,
    text: 'Kính mời các phòng dự họp giao ban lúc 8 giờ thứ Hai, phòng họp tầng 2. Đề nghị gửi báo cáo trước 16 giờ chiều thứ Sáu.',
    why: {
      vi: 'Việc thường ngày, không đòi tiền, không đòi mã, không dọa ai.',
      en: 'Everyday work: no money, no code, no threat.',
    },
  },
  {
    id: 'otp',
    scam: true,
    text: 'Ngân hàng đây ạ. Tài khoản của chị có giao dịch lạ. Chị đọc mã OTP vừa nhận để em hủy giúp.',
    why: {
      vi: 'Mã OTP là chìa khóa để chuyển tiền. Không ngân hàng nào hỏi mã này.',
      en: 'The one-time code is the key to the money. No bank asks for it.',
    },
  },
  {
    id: 'otp-notice',
    scam: false,
    text: 'Mã xác thực của quý khách là 4 chữ số trong ứng dụng. Tuyệt đối không đưa mã cho bất kỳ ai, kể cả nhân viên ngân hàng.',
    why: {
      vi: 'Tin này dặn không đưa mã cho ai, không hỏi gì ở bạn.',
      en: 'It tells you to give the code to nobody and asks for nothing.',
    },
  },
  {
    id: 'power',
    scam: true,
    text: 'Điện lực thông báo: nhà bạn nợ tiền điện, sẽ cắt điện trong 2 giờ. Cài ứng dụng theo đường dẫn để nộp: dien-luc.example',
    why: {
      vi: 'Thúc ép trong 2 giờ và bắt cài ứng dụng từ đường dẫn. Hãy tự gọi số in trên hóa đơn.',
      en: 'A deadline of two hours and an app from a link. Call the number printed on the bill yourself.',
    },
  },
  {
    id: 'mother',
    scam: true,
    text: 'Mẹ ơi con làm hỏng điện thoại, con nhắn bằng số mới. Mẹ chuyển giúp con 5 triệu đóng học phí, con đang gấp lắm.',
    why: {
      vi: 'Số mới, xin tiền và gấp. Hãy gọi số cũ của con, hoặc hỏi một điều chỉ con biết.',
      en: 'A new number, money, and haste. Call the old number, or ask something only your child knows.',
    },
  },
  {
    id: 'dinner',
    scam: false,
    text: 'Mẹ ơi tối nay con về muộn, mẹ cứ ăn trước nhé. Con mua trái cây rồi.',
    why: { vi: 'Chuyện trong nhà, không xin tiền, không giục.', en: 'Family talk: no money, no haste.' },
  },
  {
    id: 'job',
    scam: true,
    text: 'Tuyển người làm tại nhà, 500 nghìn mỗi ngày, chỉ cần bấm thích. Nạp trước 200 nghìn để mở nhiệm vụ, rút được ngay.',
    why: {
      vi: 'Việc nhẹ, lương cao, lại phải nạp tiền trước. Người thuê thật trả tiền cho bạn.',
      en: 'Easy work, high pay, and you pay first. A real employer pays you.',
    },
  },
  {
    id: 'warning',
    scam: false,
    text: 'Công an phường nhắc bà con: có kẻ gọi điện tự xưng công an, đòi chuyển tiền để xác minh. Bà con không làm theo, gọi 113.',
    why: {
      vi: 'Tin này kể về thủ đoạn và khuyên đừng làm theo. Nó không đòi gì ở bạn.',
      en: 'It tells about the trick and advises not to comply. It asks for nothing.',
    },
  },
  {
    id: 'ward',
    scam: true,
    text: 'Em là cán bộ phường. Hồ sơ căn cước của bác bị sai. Bác kết bạn Zalo 0292 000 0222, em gửi ứng dụng để bác sửa ở nhà.',
    why: {
      vi: 'Cơ quan mời bằng giấy hoặc tại trụ sở. Ứng dụng gửi qua Zalo có thể lấy hết tiền trong máy.',
      en: 'An office invites by letter or at its counter. An app sent by chat can empty your account.',
    },
  },
];
