import type { EvidenceRecord } from '../../lib/report/evidence/schema';
import { useLanguage, useLocalised } from '../language';
import { usePeopleText } from '../people-text';
import { LevelIcon } from '../LevelIcon';

/** What was seen: level and reasons, where and when, and the text word for word. */
export function RecordView({ record }: { readonly record: EvidenceRecord }) {
  const language = useLanguage();
  const text = usePeopleText();
  const pick = useLocalised();
  const { verdict, sender, page, lists } = record;
  const from = [sender?.name, sender?.address].filter((part) => part !== undefined).join(', ');
  const time = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(record.savedAt));
  return (
    <div class={`record level-${verdict.level}`}>
      <p class="level-line">
        <LevelIcon level={verdict.level} />
        <strong>{text(`level_${verdict.level}`)}</strong>
      </p>
      <p class="muted">{text('evidence_saved_at', { time })}</p>
      {page !== undefined && <p class="muted">{text('evidence_page', { page })}</p>}
      {from !== '' && (
        <p class="muted" dir="auto">
          {text('evidence_from', { name: from })}
        </p>
      )}
      {verdict.reasons.length > 0 && (
        <ul class="record-reasons">
          {verdict.reasons.map((reason, index) => (
            <li key={index}>{pick(reason.text)}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>{text('evidence_text')}</summary>
        <p class="record-text" dir="auto">
          {record.text}
        </p>
        <p class="digest">{text('evidence_digest', { digest: record.textSha256 })}</p>
        <p class="muted">{text('evidence_lists', { version: lists.version, extension: record.extension })}</p>
      </details>
    </div>
  );
}
