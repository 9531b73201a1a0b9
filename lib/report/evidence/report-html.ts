/** The printable report for the police: one page of HTML without scripts, in Vietnamese. Built from text alone. */
import { translate } from '../../i18n/translate';
import type { EvidenceExport } from './schema';

type Exported = EvidenceExport['records'][number];

const STYLE = `
body{font:11pt/1.5 "Times New Roman",serif;color:#000;background:#fff;max-width:48em;margin:2em auto;padding:0 1em}
h1{font-size:16pt;margin:0}h2{font-size:13pt;margin:1.5em 0 .25em;break-after:avoid}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #666;padding:.25em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{width:11em;font-weight:600}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}
code{font-size:8.5pt;overflow-wrap:anywhere}img{max-width:100%;max-height:24cm;border:1px solid #999}
section{break-inside:auto}@page{margin:18mm}`;

/** The report of an export. Everything that was read somewhere is escaped; pictures lie beside it in the archive. */
export function reportHtml(data: EvidenceExport): string {
  const { records, exportedAt, extension } = data;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bản ghi chứng cứ, Cảnh Giác</title><style>${STYLE}</style></head><body>
<h1>Bản ghi chứng cứ</h1>
<p>Lập lúc ${when(exportedAt)}, gồm ${records.length} mục. Tiện ích Cảnh Giác ${escape(extension)}.</p>
<p>Người dùng tự lưu các mục này trên máy của mình. Nhận định là của phần mềm, không phải kết luận của cơ quan nào.
Mã SHA-256 của từng tệp cho biết tệp có bị sửa sau khi lưu hay không. Danh sách mã nằm trong tệp SHA256SUMS.</p>
${records.map(section).join('\n')}
</body></html>
`;
}

function section(record: Exported, index: number): string {
  const { sender, page, verdict, lists, numbers, notes, parts } = record;
  const from = [sender?.name, sender?.address].filter((part) => part !== undefined).join(', ');
  const reasons = verdict.reasons.map(({ text }) => `<li>${escape(text.vi)}</li>`).join('');
  return `<section><h2>Mục ${index + 1}</h2><table>
${row('Lưu lúc', when(record.savedAt))}
${row('Địa chỉ trang', escape(page ?? 'không ghi'))}
${row('Người gửi', escape(from === '' ? 'không rõ' : from))}
${sender?.replyTo === undefined ? '' : row('Trả lời về', escape(sender.replyTo))}
${row('Nhận định', `${escape(translate('vi', `level_${verdict.level}`))}${reasons === '' ? '' : `<ul>${reasons}</ul>`}`)}
${row('Danh sách đã dùng', escape(`bản ${lists.version}, ${lists.published}; tiện ích ${record.extension}`))}
${row('Số điện thoại', escape(numbers.length > 0 ? numbers.join(', ') : 'không có'))}
${row('Nguyên văn', `<pre>${escape(record.text)}</pre>`)}
${row('SHA-256 nguyên văn', `<code>${record.textSha256}</code>`)}
${row('Ghi chú của người lưu', `<pre>${escape(notes === '' ? 'không có' : notes)}</pre>`)}
${parts.map(partRow).join('\n')}
</table></section>`;
}

const KINDS = {
  screenshot: 'Ảnh chụp màn hình',
  picture: 'Hình ảnh',
  recording: 'Ghi âm',
  file: 'Tệp',
} as const;

function partRow({ kind, name, path, size, sha256, type }: Exported['parts'][number]): string {
  const shown = /^image\/(png|jpeg|webp|gif)$/.test(type)
    ? `<br><img src="${escape(path)}" alt="${escape(name)}">`
    : '';
  return row(
    KINDS[kind],
    `${escape(name)} (${size} byte), tệp <a href="${escape(path)}">${escape(path)}</a><br>SHA-256 <code>${sha256}</code>${shown}`,
  );
}

/** `value` is HTML already. */
function row(label: string, value: string): string {
  return `<tr><th scope="row">${escape(label)}</th><td>${value}</td></tr>`;
}

const TIME = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Asia/Ho_Chi_Minh',
});

function when(iso: string): string {
  return escape(`${TIME.format(new Date(iso))} (giờ Việt Nam)`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML; characters that turn the reading direction are shown as their code, so that nothing hides. */
export function escape(text: string): string {
  return text
    .replace(
      /[\u202a-\u202e\u2066-\u2069]/g,
      (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`,
    )
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
