import { useCallback, useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { Evidence } from '../../components/evidence/Evidence';
import { LanguageContext } from '../../components/language';
import type { PeopleKey } from '../../lib/i18n/people';
import type { StoredRecord } from '../../lib/report/evidence/database';
import { exportZip } from '../../lib/report/evidence/export-zip';
import { roomLeft } from '../../lib/report/evidence/room';
import { EvidenceRecord, type EvidencePart } from '../../lib/report/evidence/schema';
import {
  addPart,
  annotate,
  listEvidence,
  purge,
  readPart,
  setDeleted,
} from '../../lib/report/evidence/store';
import { usePageLanguage } from '../own-page/use-page-language';
import { DraftSection } from './DraftSection';
import { download } from './download';
import { noteOf } from './note-of';

/** The evidence on this device, and the draft that a press elsewhere has begun. */
export function EvidencePage() {
  const { language, choose } = usePageLanguage();
  const [records, setRecords] = useState<readonly StoredRecord[]>([]);
  const [room, setRoom] = useState<number>();
  const [note, setNote] = useState<PeopleKey>();
  const refresh = useCallback(async () => {
    setRecords(await listEvidence());
    setRoom(await roomLeft());
  }, []);
  const run = (job: () => Promise<unknown>, done?: PeopleKey) =>
    void job()
      .then(() => setNote(done))
      .catch((error: unknown) => setNote(noteOf(error)))
      .then(refresh);

  useEffect(() => {
    run(() => purge(Date.now()));
    // A record that the card saved meanwhile is there when the person comes back to this tab.
    const seen = () => document.visibilityState === 'visible' && void refresh();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, []);

  const exportThese = (chosen: readonly StoredRecord[]) => {
    setNote('evidence_working');
    run(async () => {
      const now = Date.now();
      const extension = browser.runtime.getManifest().version;
      const plain = chosen.map((record) => v.parse(EvidenceRecord, record));
      const zip = await exportZip(plain, readPart, { now, extension });
      download(zip, `canh-giac-chung-cu-${new Date(now).toISOString().slice(0, 10)}.zip`);
    }, 'evidence_exported');
  };
  const addFiles = async (id: string, files: readonly File[]) => {
    for (const file of files) await addPart(id, { kind: kindOf(file), name: file.name, blob: file });
  };

  return (
    <LanguageContext.Provider value={language}>
      <Evidence
        records={records}
        room={room}
        note={note}
        onExport={exportThese}
        onLanguage={(next) => void choose(next)}
        onAnnotate={(id, notes, numbers) => run(() => annotate(id, notes, numbers), 'evidence_kept')}
        onFiles={(id, files) => run(() => addFiles(id, files), 'evidence_kept')}
        onDelete={(id, deleted) => run(() => setDeleted(id, deleted, Date.now()))}
      >
        <DraftSection
          onKept={() => {
            setNote('evidence_kept');
            void refresh();
          }}
          onError={(error) => setNote(noteOf(error))}
        />
      </Evidence>
    </LanguageContext.Provider>
  );
}

function kindOf({ type }: File): EvidencePart['kind'] {
  if (type.startsWith('image/')) return 'picture';
  return /^(?:audio|video)\//.test(type) ? 'recording' : 'file';
}
