/** What An says of a change, and what the history of a folder tells. */
import type { FeedFolder } from '../../../scripts/feed/folder';
import { history } from '../../../scripts/feed/commands/history';
import { called } from './administrators';

export const MINE = ['--who', 'An', '--why', 'khiếu nại đúng', '--source', 'công văn 12'];
/** The same in a history. */
export const AN = { who: 'An', why: 'khiếu nại đúng', source: 'công văn 12' };

export interface About {
  readonly versions: readonly {
    readonly version: string;
    readonly kind?: string;
    readonly compact?: unknown;
    readonly elsewhere?: true;
    readonly signedBy?: readonly string[];
    readonly since?: string;
    readonly reasons: readonly object[];
  }[];
  readonly draft: readonly object[];
}

/** What `history` knows, of all numbers or of one. */
export async function about(folder: FeedFolder, ...number: string[]): Promise<About> {
  return (await called(history, folder, ...number)).data as unknown as About;
}
