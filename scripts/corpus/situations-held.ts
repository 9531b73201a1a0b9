import type { Situation } from './situation';

/** Everyday and look-alike ordinary situations that only measure; the training half has none of them. */
export const HELD_SITUATIONS: readonly Situation[] = [
  [
    'otp-app',
    'sms',
    '[Ma dang nhap|Ma xac minh|Code] [vi MoMo|Zalo|Shopee|Grab|VNeID|dat ve tau] cua ban la {otp}[, het han sau {n} phut|]. [Dung dua ma nay cho ai.|Chung toi khong goi dien hoi ma.|Bo qua neu ban khong yeu cau.|]',
  ],
  [
    'loan-reminder',
    'sms',
    '[FE|HD Saison|Home|{bank}]: [khoan vay|hop dong {code}] [den han|can thanh toan] {vnd}d ngay {date}. [Thanh toan qua ung dung hoac cua hang lien ket.|Cham thanh toan phat sinh phi theo hop dong.|Da thanh toan xin bo qua.]',
  ],
  [
    'savings-due',
    'call-transcript',
    '[Dạ|Em chào] [cô|chú|anh|chị] {name}, em [{name} |]ở [phòng giao dịch {street}|chi nhánh {place}|quầy {n} ngân hàng], [sổ tiết kiệm {vnd} của mình {day} đáo hạn|thẻ của mình về rồi|hồ sơ vay duyệt rồi]. [Mình ghé quầy trước {time} nha|Mang căn cước giúp em|Không ghé được thì tự tái tục]. [Em không cần mình đọc gì đâu ạ.|Dạ em cảm ơn.|]',
  ],
  [
    'tax-reminder',
    'sms',
    '[Thue co so {n}|Thue {place}]: nhac [ho kinh doanh|NNT] {name} nop [to khai|thue GTGT|thue TNCN] quy {n} truoc {date}. [Nop tai eTax Mobile hoac ngan hang.|Lien he bo phan mot cua.|Da nop vui long bo qua.]',
  ],
  [
    'court-letter',
    'letter',
    'TÒA ÁN NHÂN DÂN KHU VỰC {n}\\n[GIẤY TRIỆU TẬP|THÔNG BÁO]\\n[Ông|Bà] {name}, [bị đơn|nguyên đơn|người có quyền lợi liên quan] trong vụ [ly hôn|tranh chấp hợp đồng|chia thừa kế], có mặt {time} ngày {date} tại phòng xử {n}. [Vắng mặt lần hai không lý do, Tòa xử vắng mặt.|Mang theo giấy này.|Có thể ủy quyền theo luật.]',
  ],
  [
    'vehicle-inspection',
    'sms',
    '[Trung tam dang kiem {place}|Dang kiem]: xe {plate} het han kiem dinh ngay {date}. [Dat lich tren TTDK.|Moi ong/ba den truoc {time}.|Qua han co the bi xu phat khi luu thong.]',
  ],
  [
    'pension',
    'notice',
    '[Bưu điện {place}|Bưu điện xã] chi trả lương hưu [tháng {n}|đợt {n}] từ {time} ngày {date} tại [nhà văn hóa|bưu điện {street}]. [Bác nào ốm đau báo trưởng thôn {name}|Mang căn cước hoặc thẻ|Người nhận thay có giấy ủy quyền]. [Ai nhận qua tài khoản không phải tới.|]',
  ],
  [
    'telecom-expiry',
    'sms',
    '[Goi|Goi cuoc] [SD|MXH|V|D]{nn} cua [Quy khach|ban] [het han|duoc gia han] {time} ngay {date}. [Phi {vnd}d/30 ngay.|Con {n}GB toc do cao.|Soan HUY de tu choi gia han.|Cam on Quy khach.]',
  ],
  [
    'sim-shop',
    'call-transcript',
    '[Dạ|Alô] [anh|chị] {name} ạ, em ở [cửa hàng viễn thông {street}|cửa hàng nhà mạng], sim [anh đổi hôm {day}|mình đặt] có rồi, [anh mang căn cước ra nhận trước {time}|mình ghé lúc nào cũng được]. [Miễn phí nha anh.|Hết {small} tiền sim thôi ạ.|Dạ em chào mình.]',
  ],
  [
    'parking-fee',
    'notice',
    '[BQL|Ban quản lý|Ban quản trị] [chung cư {name}|tòa nhà {street}]: [phí quản lý tháng {n}|phí gửi xe|tiền nước] {vnd}đ, [đóng tại quầy lễ tân|chuyển tài khoản in trên phiếu báo phí] trước {date}. [Quá hạn {nn} ngày tạm ngưng thẻ theo nội quy.|Thắc mắc gặp {name}.|Xin cảm ơn cư dân.]',
  ],
  [
    'market-stall',
    'zalo',
    '[Chị|Cô|Dì] {name} [ơi|à], [phần cá|chục hột vịt|{n} ký thịt|thùng xoài] [em để dành rồi|chiều {time} em đem qua|nay lên {small}], [trả tiền sau cũng được|gửi tiền qua con em|{day} tính luôn một thể]. [Trời mưa nên hàng ít.|Lấy thêm gì nhắn em.|]',
  ],
  [
    'goods-order',
    'zalo',
    '[Anh|Chị] {name}, [đơn {code}|lô hàng tháng {n}|{nn} thùng gạch] [xe chạy {time} rồi|{day} giao|còn thiếu {n} kiện], [tiền còn lại {vnd}đ|công nợ {vnd}đ] [anh thanh toán theo hợp đồng|chuyển tài khoản công ty như cũ|giao xong tính]. [Tài xế {name} {mobile}.|Có gì gọi em.|Cảm ơn anh.]',
  ],
  [
    'rosca',
    'zalo',
    '[Hụi|Phường|Dây hụi] [tháng {n}|kỳ {n}] [chị {name} hốt|khui {time} {day}|tới lượt em], [ai chưa đóng {small} đóng giùm|mỗi phần {small}|bỏ {small}]. [Đưa tiền mặt cho dễ.|Em ghi sổ hết rồi.|Trễ một bữa không sao.]',
  ],
  [
    'lost-wallet',
    'facebook-post',
    '[Mình|Em|Nhà mình] [nhặt được|lượm được|có giữ] [ví|túi xách|căn cước|điện thoại] [tên {name}|màu đen] ở [{street}|bến xe {place}|chợ] lúc {time}. [Ai quen báo giúp|Liên hệ {mobile}|Nói đúng đồ bên trong mình trả|Mình gửi ở công an phường]. [Không lấy tiền chuộc đâu nha.|Chia sẻ giúp.|]',
  ],
  [
    'charity-open',
    'facebook-post',
    '[Nhóm|Chùa|Đoàn trường|CLB] {name} công khai: [quyên được|tổng thu|bà con góp] {nn}.{room}.000đ, [chi {nn} phần quà ở {place}|mua gạo và áo ấm|còn lại chuyển kỳ sau]. [Sao kê dán tại bảng tin.|Ai góp hiện vật mang tới {nn} {street} trước {time}.|Cảm ơn mọi người.]',
  ],
  [
    'job-local',
    'facebook-post',
    '[Quán|Xưởng|Tiệm|Công ty] {name} [cần tuyển|tuyển] {n} [phụ bếp|thợ may|bảo vệ|bán hàng|tài xế] [lương {big}|{small} một giờ|bao cơm], [tới {nn} {street} gặp {name}|gọi {mobile}|nộp hồ sơ giấy]. [Không thu phí.|Làm liền.|Ưu tiên nhà gần.]',
  ],
  [
    'room-search',
    'forum',
    '[Em|Mình] [cần thuê|tìm|kiếm] phòng [gần {street}|khu {place}], [tầm {big}|dưới {big}], [ở {n} người|có chỗ để xe|giờ tự do]. [Ai cho xem trước rồi cọc|Không qua môi giới|Nhắn em {mobile}|Dọn vô {day}]. [Em cảm ơn.|]',
  ],
  [
    'recipe',
    'forum',
    '[Kho cá|Nấu phở|Làm bánh|Muối cà] [bị tanh|sao cho trong nước|bị khô|nhanh chua] [vậy các chị|là do đâu ạ|, ai chỉ em với]? [Em ướp {n} tiếng|Ninh {nn} phút|Cho {n} muỗng đường] [mà không ăn thua|rồi để tủ lạnh|theo công thức của cô {name}].',
  ],
  [
    'phone-repair',
    'forum',
    '[Máy|Laptop|Điện thoại|Wifi nhà] [em|mình] [bị nóng|mất sóng|tự tắt lúc {time}|chậm {n} hôm nay], [thợ báo {small}|thay pin {small}|cài lại rồi vẫn vậy]. [Có nên sửa không các bác|Ở {place} chỗ nào uy tín|Hay mua máy mới {big}]?',
  ],
  [
    'political-talk',
    'facebook-comment',
    '[Sáp nhập xong|Nghe họp quốc hội|Bỏ cấp huyện rồi|Đọc nghị quyết mới] [thấy|thì] [đi {nn} cây số làm giấy tờ|thương mấy anh công an xã|lãnh đạo trả lời cũng rõ|dân {place} còn chờ con đường]. [Hy vọng đỡ hơn.|Nói thiệt lòng vậy.|Cán bộ {name} tiếp dân đàng hoàng.|]',
  ],
  [
    'joke',
    'facebook-comment',
    '[Vợ tui|Sếp em|Con mèo nhà mình|Thằng {name}] [mà thấy clip này|biết vụ này|nghe tới lương {big}] [là phạt {small}|khởi tố tui liền|cười {n} ngày|bắt quỳ tới {time}] [=))|😂|haha||quá]',
  ],
  [
    'music',
    'youtube-comment',
    '[Bài này|Giọng {name}|Đoạn {n}:{nn}|Bản thu cũ] [nghe {nn} lần không chán|nổi da gà|nhớ hồi ở {place}|ba tui mê lắm], [năm nay còn ai nghe không|ru con ngủ hoài|ước được nghe live|cảm ơn kênh].',
  ],
  [
    'short-reaction',
    'tiktok-comment',
    '[xỉu|đỉnh|ủa|trời|cười|chịu] [ngang|nóc|{n} lần|luôn á|xỉu|nha bà] [{name} ơi|mọi người||chớ bộ] [😭|🤣|=))||]',
  ],
  [
    'study',
    'messenger',
    '[Ê|{name} ơi|Bạn ơi|Thầy ơi], [mai thi {time} phòng {room}|bài {n} làm sao|cho mượn vở môn toán|nộp bài {day} hả], [t quên chụp lịch|tớ nghỉ ốm {n} hôm|em nộp trễ được không ạ|nhớ mang máy tính]. [Cảm ơn nha.|Tối học nhóm không?|]',
  ],
  [
    'grandma-call',
    'call-transcript',
    '[Alô|Dạ] [ngoại|nội|bà|ông] [hả|ơi|ạ], [con {name} nè|cháu đây], [con tới {place} rồi|{day} con về|cháu được {n} điểm mười|má con sinh rồi]. [{name} nó đi làm rồi|Ngoại uống thuốc chưa|Con mua cho ngoại {n} hộp sữa|Đừng lo tiền bạc nghen]. [Con cúp máy nha.|Tối con gọi nữa.|]',
  ],
  [
    'hospital-visit',
    'zalo',
    '[Ba|Mẹ|Bác {name}|Chú {name}] [nằm phòng {room}|mổ xong lúc {time}|khỏe rồi], [bác sĩ nói {day} về|viện phí tạm tính {vnd}đ, bảo hiểm trả một phần|cả nhà thay phiên vô thăm]. [Anh em góp {small} mỗi nhà, chị {name} giữ hóa đơn.|Đừng mang sữa nữa.|Ai rảnh trực tối {day}.]',
  ],
  [
    'wedding',
    'zalo',
    '[Nhà mình|Gia đình em|Tụi mình] [mời|kính mời] [anh chị|cô chú|bạn {name}] dự [đám cưới|lễ vu quy|tiệc báo hỷ] {time} ngày {date} tại [nhà hàng {name}|{nn} {street}|tư gia {place}]. [Thiệp giấy gửi sau.|Xe rước lúc {time}.|Có mặt là vui.|Ai đi xe chung báo em.]',
  ],
  [
    'ceremony',
    'zalo',
    '[Giỗ ông|Cúng đình|Lễ chùa|Họp mặt] [{day}|ngày {date}|{time} {day}] [ở nhà bác {name}|tại {place}|như mọi năm], [mỗi nhà góp {small}|làm {n} mâm|cháu nào về được nhắn trước]. [Nhớ mang áo dài tay.|Khỏi mua quà.|]',
  ],
  [
    'sport-team',
    'group-chat',
    '[{time} {day}|Tối {day}|Chiều {day}] [đá sân {street}|chạy {n} vòng hồ|đánh cầu], [thiếu {n} người|chia sân {small} một đứa|ai mang bóng|{name} giữ gôn]. [Trễ phạt chầu nước.|Mưa thì nghỉ.|Điểm danh đi anh em.]',
  ],
  [
    'real-warning-free-delay',
    'email',
    '[Kính gửi|Thưa] [quý khách|anh {name}|chị {name}],\\n[Chuyến bay|Chuyến tàu|Chuyến xe] {code} [dời sang {time} ngày {date}|chậm {nn} phút|đổi cửa số {n}] do [thời tiết|lý do kỹ thuật]. [Quý khách không phải làm gì thêm|Muốn đổi vé ra quầy|Vé giữ nguyên giá trị]. [Xin lỗi vì bất tiện.|Trân trọng.]',
  ],
  [
    'service-english',
    'sms',
    '[Your|Hi {name}, your] [table|room|car|dentist visit|haircut] [is booked for|is confirmed at] {time}[, {date}|]. [Reply 1 to confirm.|Pay at the counter.|Call {mobile} to change.|See you soon.]',
  ],
  [
    'chat-english',
    'messenger',
    '[hey|ok|lol|hi] {name}, [home at {time}|the road in {place} is flooded|can you feed the cat|bring {n} eggs], [call me later|no rush|thanks a lot|see you on {date}][ haha| :)|]',
  ],
  [
    'domain-renewal',
    'email',
    '[Kính gửi quý khách|Chào anh {name}],\\n[Tên miền|Gói lưu trữ|Hóa đơn {code}] [hết hạn|đến hạn] ngày {date}, phí {vnd}đ. [Gia hạn trong trang quản trị quen thuộc|Thanh toán theo hợp đồng|Bỏ qua nếu không dùng nữa]. [Hỗ trợ kỹ thuật: {mobile}.|Cảm ơn quý khách.]',
  ],
  [
    'arrest-news',
    'news',
    'Công an [{place}|tỉnh|thành phố] [khởi tố|bắt tạm giam|triệu tập] {n} [đối tượng|bị can|cán bộ địa chính] về hành vi [trộm xe máy|đánh bạc|làm giả giấy tờ|buôn lậu thuốc lá], [thu giữ {nn} xe máy|tang vật trị giá {nn} tỷ đồng|vụ án đang mở rộng]. [Ai là bị hại liên hệ cơ quan điều tra.|Cả nhóm bị bắt lúc {time} ngày {date}.]',
  ],
];
