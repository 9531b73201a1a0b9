/** What the draft or a proposal changes: what sign would do. */
import { join } from 'node:path';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { sha256 } from '../../../lib/lists/feed/bytes';
import { BaseError } from '../base';
import { count, type Command } from '../call';
import type { FeedFolder } from '../folder';
import { behind, groundOf, isCurrent, readPlace } from '../ground';
import { folderTransport } from '../verify';
import { draftChanges, proposalChanges } from './changes';
import { fileAt } from './given';
import { reasonLine, shown } from './reason-lines';

interface Seen {
  readonly live: OpenFeed | undefined;
  /** Why sign would refuse. */
  readonly note?: string;
}

/** What is published, and whether the draft was made over it. */
async function look(folder: FeedFolder, given: string | undefined): Promise<Seen> {
  try {
    const ground = await groundOf(folder);
    return { live: ground.live, ...(!(await isCurrent(ground)) && { note: behind(ground) }) };
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    // The record is missing or damaged. Nothing is signed here: what `public` says of itself will do.
    if (!folder.isPublished()) return { live: undefined, note: error.message };
    const place = join(folder.path, 'public');
    const fingerprint =
      given?.toLowerCase() ?? (await sha256(folder.disk.read('public/metadata/1.root.json')));
    return { live: await readPlace(place, folderTransport(place), fingerprint), note: error.message };
  }
}

export const diff: Command = {
  writes: false,
  async run({ folder, values }) {
    const { live, note } = await look(folder, values.fingerprint);
    const { reported, lists, numbers, reasons } = values.proposal
      ? await proposalChanges(live, fileAt(values.proposal))
      : await draftChanges(folder, live);
    const { added, removed, changed } = reported;
    const marks = [
      ['+', added],
      ['-', removed],
      ['~', changed],
    ] as const;
    return {
      lines: [
        ...(note === undefined ? [] : [note]),
        `${count(added.length, 'new number')}, ${String(removed.length)} removed, ${String(changed.length)} changed.`,
        ...marks.flatMap(([mark, some]) => some.map((number) => `${mark} ${number}`)),
        `Compact set: ${String(numbers.added.length)} new, ${String(numbers.removed.length)} removed, ${String(numbers.changed.length)} changed.`,
        ...lists.flatMap(({ list, parts }) =>
          parts.map(
            (part) =>
              `~ ${list} ${part.part}: ${String(part.added)} new, ${String(part.removed)} removed, ${String(part.changed)} changed`,
          ),
        ),
        ...(reasons.length > 0 ? ['Why:', ...reasons.map((reason) => reasonLine(reason))] : []),
      ],
      data: {
        added,
        removed,
        changed,
        lists,
        numbers,
        reasons: reasons.map(shown),
        current: note === undefined,
      },
    };
  },
};
