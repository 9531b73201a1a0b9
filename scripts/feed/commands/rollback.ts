/** `rollback`: the content of an old version becomes the draft, to be published as a new one. */
import { sameContent } from '../../../lib/admin/merge/document';
import { officialOver } from '../../../lib/admin/publish/official';
import { documentToPublish, DOCUMENTS, publishedDocument } from '../../../lib/admin/publish/documents';
import { rollBackReason } from '../../../lib/admin/publish/history';
import { backNotes, versionBack } from '../../../lib/admin/publish/version-back';
import { diffReported } from '../../../lib/lists/publish/diff';
import { objectionsTo } from '../../../lib/lists/publish/guards';
import type { FeedContent } from '../../../lib/lists/publish/content';
import { count, needed, type Asked, type Command } from '../call';
import { currentGround } from '../ground';
import { contentOf } from '../known';
import { listEdits } from '../list-edits';
import { targetsOfOld } from '../old-version';
import { reasonsFile, saidOf } from '../reasons';
import { draftChanges } from './changes';
import { refuse } from './refuse';

export const rollback: Command = {
  writes: true,
  async run({ folder, values, rest }) {
    const version = needed('VERSION', rest[0]);
    const { live } = await currentGround(folder);
    if (!live) throw new Error('Nothing is published yet: sign first.');
    const then = await targetsOfOld(folder, live, version);
    const { reported, info, drafts } = await versionBack(live, then);
    const draft = folder.draft();
    const lists = DOCUMENTS.map((list) => [list, documentToPublish(live.targets, drafts, list)] as const);
    const { version: own, published } = draft.info;
    const next: FeedContent = {
      ...Object.fromEntries(lists),
      info: { ...info, version: own, published },
      reported,
    };

    const lost = await draftChanges(folder, live);
    const ofDraft = [lost.reported, lost.numbers].flatMap(({ added, removed, changed }) => [
      ...added,
      ...removed,
      ...changed,
    ]);
    const isLost = ofDraft.length + lost.lists.length > 0 || !sameContent(draft.info, live.info);
    const { compactStays, takenOut } = backNotes(live, then);
    const official = officialOver([publishedDocument(live.targets, 'directory'), next.directory]);
    const asked: Asked[] = [
      ...(isLost ? [{ code: 'draft' as const, numbers: ofDraft }] : []),
      ...(takenOut.length > 0 ? [{ code: 'list' as const, lists: takenOut }] : []),
      ...(compactStays ? [{ code: 'compact' as const, numbers: [] }] : []),
      ...objectionsTo(live.reported, reported, official),
    ];
    refuse(asked, values);

    const { added, removed, changed } = diffReported(live.reported, reported);
    const numbers = [...added, ...removed, ...changed];
    const why = `${rollBackReason(version)}${values.why === undefined ? '' : `: ${values.why}`}`;
    const entries = listEdits(contentOf(live), next);
    folder.commit(
      new Map([
        ...folder.draftFiles(next),
        ...folder.numberFiles(undefined),
        ...reasonsFile(folder, saidOf({ ...values, why }, { numbers, entries })),
      ]),
    );
    return {
      lines: [
        `The draft is what ${version} published: ${count(added.length, 'number')} come back, ${String(removed.length)} go, ${String(changed.length)} change.`,
        ...(compactStays ? ['The compact set stays as it is.'] : []),
        'Look at it with diff, publish it with sign.',
      ],
      data: { version, added, removed, changed, takenOut, compactStays },
    };
  },
};
