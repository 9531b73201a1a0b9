/** The social page of the practice pages: posts, comments and a chat. See messages.ts for the rules of its content. */
import type { PracticeChat, PracticePost } from '../../components/practice/types';

/** Posts with their comments. */
export const POSTS: readonly PracticePost[] = [
  {
    id: 'post-warning',
    kind: 'warning',
    sender: { name: 'Tổ dân phố số 3' },
    time: '2 giờ trước',
    body: [
      [
        'Bà con chú ý: hôm qua có kẻ giả danh công an gọi cho bà Sáu, dọa bà dính vào đường dây rửa tiền rồi bắt chuyển 80 triệu đồng. May bà ghé hỏi tổ trưởng nên không mất tiền.',
      ],
      ['Công an không làm việc qua điện thoại. Ai bị gọi như vậy thì cúp máy, báo 113 hoặc nhắn tới 156.'],
    ],
    comments: [
      {
        id: 'comment-thanks',
        kind: 'ordinary',
        sender: { name: 'Ngọc Trâm' },
        time: '1 giờ trước',
        body: [['Cảm ơn tổ, để em đọc cho má em nghe. Má ở nhà một mình cả ngày.']],
      },
      {
        id: 'comment-victim',
        kind: 'warning',
        sender: { name: 'Văn Lợi' },
        time: '50 phút trước',
        body: [
          [
            'Nhà tôi cũng bị số 0292 000 0222 gọi, xưng là công an phường đòi cập nhật định danh. Bà con đừng nghe.',
          ],
        ],
      },
      {
        id: 'comment-recovery',
        kind: 'scam',
        sender: { name: 'Luật sư thu hồi tiền' },
        time: '20 phút trước',
        body: [
          [
            'Ai đã bị lừa thì nhắn tôi, bên tôi phối hợp với công an lấy lại 100% số tiền. Chuyển trước 10% phí hồ sơ. Zalo 0292 ',
            { strong: '000' },
            ' 0333.',
          ],
        ],
      },
    ],
  },
  {
    id: 'post-fine',
    kind: 'scam',
    sender: { name: 'Tra cứu phạt nguội toàn quốc' },
    time: '3 giờ trước',
    body: [
      [
        'Phòng Cảnh sát giao thông thông báo: xe của anh chị có lỗi vi phạm chưa nộp phạt. Hôm nay là hạn cuối, quá hạn sẽ bị tạm giữ xe và khởi tố.',
      ],
      [
        'Gọi cán bộ thụ lý ',
        { tel: '+842920000444', text: '0292 000 0444' },
        ', đọc số căn cước và chuyển khoản tiền phạt để được xóa lỗi ngay.',
      ],
    ],
    comments: [],
  },
  {
    id: 'post-cakes',
    kind: 'ordinary',
    sender: { name: 'Bếp nhà Út Mười' },
    time: 'Hôm qua',
    body: [
      [
        'Bánh tét lá cẩm mới nấu sáng nay, 120.000 đồng một đòn, giao trong quận Ninh Kiều. Đặt bánh gọi 0292 000 0555, nhận hàng rồi mới trả tiền.',
      ],
    ],
    comments: [
      {
        id: 'comment-order',
        kind: 'ordinary',
        sender: { name: 'Hồng Nhung' },
        time: 'Hôm qua',
        body: [['Cho chị 5 đòn chiều thứ Sáu nha Út, chị ghé lấy.']],
      },
    ],
  },
  {
    id: 'post-office',
    kind: 'ordinary',
    sender: { name: 'Tin phường mình' },
    time: 'Hôm qua',
    body: [
      [
        'Từ tuần sau, bộ phận một cửa của phường làm việc thêm sáng thứ Bảy. Bà con làm giấy khai sinh, chứng thực thì mang theo bản chính.',
      ],
    ],
    comments: [],
  },
];

/** The chat beside the posts. */
export const CHAT: PracticeChat = {
  name: 'Cán bộ điều tra',
  bubbles: [
    {
      id: 'chat-1',
      kind: 'scam',
      sender: { name: 'Cán bộ điều tra' },
      time: '9:02',
      body: [
        [
          'Chào bà, tôi là cán bộ điều tra của Bộ Công an. Tài khoản của bà liên quan đến một vụ án rửa tiền, đã có lệnh bắt.',
        ],
      ],
    },
    {
      id: 'chat-2',
      kind: 'ordinary',
      own: true,
      sender: { name: 'Bạn' },
      time: '9:04',
      body: [['Tôi chỉ bán tạp hóa thôi, có làm gì đâu.']],
    },
    {
      id: 'chat-3',
      kind: 'scam',
      sender: { name: 'Cán bộ điều tra' },
      time: '9:05',
      body: [
        [
          'Bà phải giữ bí mật, không cúp máy, không nói với con cháu. Bà chuyển hết tiền tiết kiệm vào tài khoản của cơ quan điều tra để chứng minh trong sạch, rồi gọi 0292 000 0666 báo lại cho tôi.',
        ],
      ],
    },
    {
      id: 'chat-4',
      kind: 'ordinary',
      own: true,
      sender: { name: 'Bạn' },
      time: '9:11',
      body: [['Để tôi ra công an phường hỏi đã.']],
    },
  ],
};
