import type { Situation } from './situation';

/** Everyday and look-alike ordinary situations of the training half; the held half has none of them. */
export const TRAIN_SITUATIONS: readonly Situation[] = [
  [
    'otp-bank',
    'sms',
    '[{bank}: |[{bank}] |]{otp} la ma [OTP|xac thuc|xac nhan] [giao dich {vnd}d|dang nhap thiet bi moi|thanh toan {vnd} VND tai {place}]. [Hieu luc {n} phut.|Het han sau {nn} giay.|] [Khong chia se ma cho bat ky ai.|KHONG cung cap OTP cho nguoi khac, ke ca nhan vien ngan hang.|Neu khong phai ban thuc hien, khoa the tren ung dung.|]',
  ],
  [
    'balance',
    'sms',
    '[TK|Tai khoan|So TK] *{tail} [tai {bank} |]{date} {time}: [+|-]{vnd}[d|VND]. [SD|So du|SDC]: {vnd}[d|VND]. [ND: {name} [chuyen tien nha|tra tien com|ck tien hang|gui me]|Noi dung: thanh toan [the|luong|tien dien]|GD tai ATM {street}|]',
  ],
  [
    'card-statement',
    'sms',
    '[{bank} thong bao: |{bank} - |]sao ke the *{tail} ky {n}: du no {vnd}d, [toi thieu {vnd}d|thanh toan toi thieu {vnd}], [han|den han] {date}. [Thanh toan tren ung dung de tranh phi.|Neu da thanh toan vui long bo qua.|Cam on quy khach.|]',
  ],
  [
    'delivery-call',
    'call-transcript',
    '[Alô|A lô|Dạ alô|Dạ] [chị|anh|cô|chú] {name} [hả|ạ|phải không ạ|ơi]? [Em|Con|Cháu] [giao hàng|shipper|bưu tá] [đây|nè|đây ạ], [em tới cổng rồi mà không thấy ai|em đang dưới sảnh tòa nhà|đơn {small} chưa thanh toán|em để hàng ở chốt bảo vệ nha]. [Anh xuống lấy giúp em|Chị nhờ ai ra nhận giúp em với|Hay em hẹn {time} giao lại|Chị coi hàng rồi trả tiền cũng được]. [Mưa quá em đứng nhờ bên này.|Em còn mấy đơn nữa.|]',
  ],
  [
    'delivery-sms',
    'sms',
    '[GHN|SPX|J&T|Viettel Post|Buu dien]: don [hang |]{code} [dang giao|da den kho {place}|giao khong thanh cong lan {n}|se giao {time} ngay {date}][, thu ho {vnd}d|, COD {vnd}d|]. [Buu ta {name} {mobile}.|Tai xe {name} - {mobile}.|Theo doi tren ung dung.|Cam on ban.]',
  ],
  [
    'landlord',
    'zalo',
    '[Phòng {room}|Em phòng {room}|Bạn phòng {room} ơi, phòng] tháng này [điện {nn} số, nước {n} khối|tiền điện {small}, nước {small}|hết {nn} số điện], tổng {vnd}đ[ nha| nhé|]. [Chuyển anh như mọi khi|Đóng trước mùng {n} giúp cô|Em gửi qua số cũ, nhớ ghi số phòng|Tiền mặt bỏ phong bì cũng được]. [Ai mới vào nhớ đưa cô photo căn cước đăng ký tạm trú.|{day} thợ qua sửa vòi nước.|Rác để đúng chỗ giùm chú.|]',
  ],
  [
    'friend-debt',
    'messenger',
    '[Ê|Ê mày|Bạn ơi|{name} ơi|Alo], [hôm bữa mày mượn tao {small}|tiền {small} hôm trước|cái vụ {small} tiền nhậu đó|còn thiếu tao {small} á], [khi nào có thì trả|chuyển giúp tao nha|tao đang kẹt xíu|cuối tháng cũng được][, không gấp đâu|, tao hết tiền xăng rồi|]. [Mà {day} đi đá banh không?|Số tài khoản cũ nha.|Chuyển xong nhắn cái.|]',
  ],
  [
    'school-fee',
    'zalo',
    '[Cô|Cô giáo|Cô {name}] [gửi|nhắn|báo] phụ huynh: [tiền ăn tháng {n} là {vnd}đ|các khoản thu đợt {n} là {vnd}đ|học phí kỳ này {vnd}đ], [đóng tại phòng kế toán|chuyển qua tài khoản của trường in trên phiếu|ai đóng tiền mặt gặp cô {name} cuối giờ]. [Hạn ngày {date}.|Nhà nào khó khăn cứ nhắn riêng cô.|Phiếu thu cô bỏ trong cặp các con.|] [Cảm ơn phụ huynh.|]',
  ],
  [
    'ward-id-card',
    'notice',
    '[Công an phường|Tổ dân phố {n}|Khu phố {n}|UBND phường] [thông báo|mời bà con|nhắc]: [{day}, {time}|từ {time} ngày {date}] [làm căn cước cho trẻ dưới 14 tuổi|kích hoạt định danh mức 2 lưu động|trả thẻ căn cước đã làm] tại [nhà văn hóa|trụ sở phường|trường tiểu học {street}]. [Mang theo khai sinh.|Không thu phí.|Người già yếu báo tổ trưởng để cán bộ tới nhà.|Ai bận thì lên phường trong giờ hành chính.]',
  ],
  [
    'police-paper',
    'letter',
    'CÔNG AN [PHƯỜNG|XÃ] {place}\\nGIẤY MỜI\\n[Mời ông|Mời bà|Kính mời ông] {name}[, trú tại số {nn} {street}|], có mặt lúc {time} ngày {date} tại [trụ sở Công an|phòng tiếp dân] để [làm việc về vụ va chạm giao thông|nhận lại tài sản bị mất|bổ sung hồ sơ cư trú|cung cấp thông tin về vụ trộm xe]. [Khi đi mang theo giấy này và căn cước.|Gặp cán bộ {name}.|Bận việc báo trước cho trực ban.]',
  ],
  [
    'power-cut',
    'sms',
    '[Dien luc {place}|EVN|Dien luc]: [ngung cap dien|tam ngung dien|cat dien] tu {time} den {time} ngay {date} [khu vuc duong {street}|tai to {n}, {n}, {n}] de [thay tram|sua chua luoi dien|chat tia cay]. [Mong quy khach thong cam.|Chi tiet xem ung dung CSKH.|Kinh bao.]',
  ],
  [
    'water-bill',
    'sms',
    '[Cap nuoc {place}|CN cap nuoc]: tien nuoc ky {n} ma KH {otp} la {vnd}d. [Thanh toan truoc {date} qua ngan hang hoac tai quay.|Han {date}.|Da thanh toan xin bo qua tin nay.]',
  ],
  [
    'hospital',
    'sms',
    '[BV {place}|Phong kham {street}|Nha khoa {name}]: [nhac lich|hen lich|lich tai kham] cua [BN|anh|chi|be] {name} luc {time} ngay {date}[, phong {room}|]. [Mang theo the BHYT.|Nhin an sang truoc khi xet nghiem.|Can doi lich goi {mobile}.|Den truoc 15 phut.]',
  ],
  [
    'family-money',
    'messenger',
    '[Mẹ ơi|Ba ơi|Má ơi|Chị Hai ơi|Bố ơi], [con hết tiền rồi|tháng này con đóng {vnd} tiền trọ|lớp con thu {small} photo|con cần {small} mua sách], [mẹ cho con xin thêm|mẹ chuyển con nha|khi nào rảnh chuyển con]. [Tối con gọi kể chuyện này vui lắm.|Con khỏe, ăn uống bình thường.|{day} con về.|Con đi học đây.]',
  ],
  [
    'boss-meeting',
    'group-chat',
    '[@all |Cả phòng ơi, |Anh chị em lưu ý, |]sếp [dời họp|họp đột xuất|họp giao ban] lúc {time} [{day}|chiều nay|phòng {room}]. [Ai chưa nộp báo cáo thì nộp gấp trước giờ họp|Chuẩn bị số liệu tháng {n}|Mang laptop|Vắng thì nhắn chị {name}]. [Trễ là sếp la đó nha.|Nhận tin thả tim giúp.|Ok nha mọi người.|]',
  ],
  [
    'advance-payment',
    'zalo',
    '{name} ơi, [em chuyển tạm ứng|chuyển giúp anh|làm lệnh chi] {vnd}đ cho [anh {name} đi công trình|nhà cung cấp giấy|đội thi công {place}] [nhé|nha|]. [Phiếu đề nghị anh ký rồi để trên bàn em|Hóa đơn anh {name} gửi mail|Nhớ đủ hai chữ ký như quy định]. [Xong báo anh.|Không gấp, trong {day} là được.|]',
  ],
  [
    'hr-offer',
    'email',
    '[Chào|Gửi|Thân gửi] [bạn|em|anh|chị] {name},\\n[Công ty mời bạn phỏng vấn|Chúc mừng em trúng tuyển|Phòng nhân sự hẹn gặp] lúc {time} ngày {date} tại [số {nn} {street}|văn phòng {place}]. [Mang bản gốc bằng cấp để đối chiếu.|Lương thử việc {vnd}đ.|Ứng viên không phải đóng khoản nào.|Gửi xe miễn phí dưới hầm.]\\n[Trân trọng|Thân mến], {name}',
  ],
  [
    'it-password',
    'email',
    '[Các anh chị|Cả nhà|Kính gửi toàn thể nhân viên],\\n[Mật khẩu máy tính hết hạn ngày {date}|Hệ thống mail bảo trì lúc {time} {day}|Phần mềm chấm công cập nhật {day}]. [Đổi trực tiếp trên máy cơ quan|Anh chị lưu lại tài liệu đang mở|Không cần làm gì thêm]. [Vướng thì lên phòng {room} gặp {name}.|Phòng CNTT không hỏi mật khẩu qua mail.|]',
  ],
  [
    'shop-deposit',
    'messenger',
    '[Dạ|Dạ chị ơi|Anh ơi|Chào bạn], [bánh kem|váy cưới|bó hoa|mâm cúng|tủ quần áo] [mẫu đó {vnd}đ|giá {small}|đặt riêng nên cọc {small}] [nha chị|ạ|nhé anh]. [Chị ghé tiệm đóng cũng được|Nhận hàng trả phần còn lại|Không ưng em hoàn cọc]. [{day} {time} có hàng.|Địa chỉ {nn} {street}.|Em gửi hình mẫu chị coi.]',
  ],
  [
    'marketing',
    'sms',
    '[[QC] |QC: |(QC) ]{name} [Store|Spa|Mart|Fashion|Gym]: giam {nn}% [toan bo|tat ca san pham|dich vu] [chi con {n} ngay|den het {date}|tu {time} hom nay]. [Ghe {nn} {street}.|Tang qua cho {nn} khach dau tien.|LH {mobile}.] [Tu choi soan TC.|]',
  ],
  [
    'traffic-own-fine',
    'facebook-comment',
    '[Tui|Mình|Em|Tao] [vừa tra ra|mới bị|hôm {date} dính] phạt nguội xe {plate}, [lỗi quá tốc độ|vượt đèn đỏ|sai làn], [lên phòng cảnh sát giao thông nộp|đóng kho bạc|nộp trên Cổng dịch vụ công] {vnd}đ[, đau ví ghê|, cãi không được|, xem hình đúng xe mình luôn|]. [Mọi người chạy chậm thôi.|Đoạn {street} đó có camera nha.|]',
  ],
  [
    'weather',
    'facebook-comment',
    '{place} [mưa|nắng|lạnh|gió] [{n} ngày nay rồi|dữ quá|từ {time} tới giờ|thấy ghê], [phơi đồ không khô|ra đường ướt như chuột|mặc {n} lớp áo còn run|nóng muốn xỉu][, ai chịu nổi|, thương mấy cô bán hàng rong|, chỉ muốn ngủ|].',
  ],
  [
    'food',
    'facebook-comment',
    '[Quán|Chỗ|Tiệm] [này|ở {street}|cô {name}] [ngon|ăn được|nêm vừa miệng|hơi ngọt] [mà đông quá|giá {small} một tô|từ {time} là hết|có bữa được bữa không], [ai ghé {place} nên thử|lần sau tui lại qua|rau thì nhiều|trà đá miễn phí].',
  ],
  [
    'football',
    'youtube-comment',
    '[Trận này|Hiệp {n}|Phút {nn}] [đá hay thiệt|hậu vệ đứng nhìn|thủ môn cứu {n} bàn|trọng tài kỳ quá], [{name} nên vào sân sớm hơn|thua cũng đáng xem|mai lại cà khịa nhau|coi mà thức tới sáng][ anh em ơi| =))| haha|].',
  ],
  [
    'praise',
    'facebook-comment',
    '[Đẹp|Dễ thương|Xinh|Giỏi|Hay] [quá|ghê|xỉu|thiệt chớ] [em ơi|bé ơi|chị {name}|luôn|trời ơi|nha] [🥰|❤️|:))||!]',
  ],
  [
    'ask-price',
    'facebook-comment',
    '[Cho hỏi|Shop ơi|Bạn ơi|Em ơi] [giá sao|còn size {nn} không|còn màu [đen|be|xanh] không|ship {place} bao nhiêu|có ship {place} không] [vậy|ạ|bạn|em||]?',
  ],
  [
    'class-notice',
    'group-chat',
    '[Lớp ơi|Các bạn ơi|Mọi người], [{day} nghỉ tiết {n}|thầy {name} dời lịch thi sang {date}|nộp bài trước {time} {day}|học phòng {room} nha], [ai chưa biết báo giùm|lớp trưởng nhắc lại|mang máy tính cầm tay|nhớ ôn chương {n}]. [Trễ là khỏi điểm danh.|Ok thì thả tim.|]',
  ],
  [
    'work-english',
    'email',
    '[Hi|Hello|Dear] {name},\\n[The {n} pm call moves to {time}|Please review the draft by {date}|The invoice {code} is attached|Server {n} is back online]. [Bank details are unchanged|No action needed|Let me know if that works|I will send slides tonight]. [Thanks|Best|Cheers]',
  ],
  [
    'otp-english',
    'sms',
    '[Your|{bank}: your] [verification code|OTP|one-time code|login code] is {otp}. [It expires in {n} minutes.|Valid for {nn} seconds.|] [Do not share it.|Never share this code with anyone, including our staff.|If this was not you, ignore this message.|]',
  ],
  [
    'land-office',
    'notice',
    '[Văn phòng đăng ký đất đai|Bộ phận một cửa {place}] [thông báo|kính báo]: hồ sơ {code} của [ông|bà] {name} [đã có kết quả|cần bổ sung bản vẽ|được hẹn lại ngày {date}]. [Mời đến nhận trong giờ hành chính|Mang phiếu hẹn và căn cước|Lệ phí nộp tại quầy có biên lai].',
  ],
  [
    'trial-news',
    'news',
    '[Tòa án {place}|TAND tỉnh|Sáng {date}, tòa] tuyên phạt [bị cáo|nguyên giám đốc|cựu kế toán] {name} {n} năm tù về tội [tham ô|lừa đảo chiếm đoạt tài sản|nhận hối lộ|trốn thuế], [buộc nộp lại|số tiền chiếm đoạt là|gây thiệt hại] {nn} tỷ đồng. [Bị cáo có 15 ngày kháng cáo.|Vụ án kéo dài {n} năm.|Các bị hại đề nghị được bồi thường.]',
  ],
  [
    'insurance-agent',
    'zalo',
    '[Anh|Chị|Cô] {name} ơi, [hợp đồng bảo hiểm|bảo hiểm xe {plate}|phí kỳ này] [đến hạn|hết hạn] ngày {date}, [phí {vnd}đ|đóng {vnd} như năm ngoái]. [Đóng trên ứng dụng công ty|Em qua tận nhà lấy có phiếu thu|Chị ghé văn phòng {street}] [giúp em nha|nhé|]. [Quá hạn là mất quyền lợi đó ạ.|Năm nay không bồi thường nên được giảm.|]',
  ],
];
