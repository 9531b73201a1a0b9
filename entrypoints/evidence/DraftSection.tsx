import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { Draft } from '../../components/evidence/Draft';
import { cropPicture, type CropEdges } from '../../lib/report/crop';
import { DRAFT_KEY, EvidenceDraft } from '../../lib/report/evidence/draft';
import { saveEvidence } from '../../lib/report/evidence/store';

interface DraftSectionProps {
  readonly onKept: () => void;
  readonly onError: (error: unknown) => void;
}

/** The draft in session memory; gone from there when it is kept or discarded. */
export function DraftSection({ onKept, onError }: DraftSectionProps) {
  const [draft, setDraft] = useState<EvidenceDraft>();
  const [part, setPart] = useState<{ readonly blob: Blob; readonly address: string }>();
  useEffect(() => {
    const read = async () => {
      const stored = v.safeParse(EvidenceDraft, (await browser.storage.session.get(DRAFT_KEY))[DRAFT_KEY]);
      setDraft(stored.success ? stored.output : undefined);
      setPart(undefined);
    };
    const changed = (changes: Record<string, unknown>, area: string) => {
      if (area === 'session' && DRAFT_KEY in changes) void read();
    };
    void read();
    browser.storage.onChanged.addListener(changed);
    return () => browser.storage.onChanged.removeListener(changed);
  }, []);
  if (!draft) return null;

  const end = () => browser.storage.session.remove(DRAFT_KEY);
  const crop = async (edges: CropEdges | undefined) => {
    if (part) URL.revokeObjectURL(part.address);
    if (!edges || !draft.screenshot) {
      setPart(undefined);
      return;
    }
    const blob = await cropPicture(draft.screenshot, edges);
    setPart({ blob, address: URL.createObjectURL(blob) });
  };
  const keep = async (notes: string, numbers: readonly string[]) => {
    const files = part ? [{ kind: 'screenshot' as const, name: 'anh-chup.png', blob: part.blob }] : [];
    await saveEvidence({ ...draft.record, notes, numbers: [...numbers] }, files);
    await end();
    onKept();
  };
  return (
    <Draft
      key={draft.record.id}
      draft={draft}
      cropped={part?.address}
      onCrop={(edges) => void crop(edges).catch(onError)}
      onDrop={() => setDraft({ record: draft.record, private: draft.private })}
      onKeep={(notes, numbers) => void keep(notes, numbers).catch(onError)}
      onDiscard={() => void end()}
    />
  );
}
