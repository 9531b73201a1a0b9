/** Changes of numbers that are asked about, or refused. */
import { officialOver } from '../../../lib/admin/publish/official';
import type { FeedContent } from '../../../lib/lists/publish/content';
import { CONFIRMABLE, GuardError, standing } from '../../../lib/lists/publish/guards';
import { PublishError } from '../../../lib/lists/publish/publish-error';
import { readBase } from '../base';
import { BACK_CONFIRMABLE, CallError, ConfirmError, type Asked, type Values } from '../call';
import type { FeedFolder } from '../folder';

const WHY: Readonly<Record<Asked['code'], string>> = {
  'short-code': 'Short and emergency numbers are never reported',
  official: 'These are official numbers of the directory; if callers forge them, say --allow official',
  removal: 'This removes more than a tenth of the numbers; if it is meant, say --allow removal',
  addition: 'This adds more than 500 numbers; if it is meant, say --allow addition',
  draft: 'The draft has changes that would be lost; if it is meant, say --allow draft',
  list: 'This takes lists out of the feed, browsers then go by their own; if it is meant, say --allow list',
  compact: 'The compact set was another one then, and stays as it is; if it is meant, say --allow compact',
};

function sentence(asked: Asked): string {
  const why = WHY[asked.code];
  const about = asked.code === 'list' ? asked.lists : asked.numbers;
  if (about.length === 0) return `${why}.`;
  const some = about.slice(0, 5).join(', ');
  const rest = about.length > 5 ? ` and ${String(about.length - 5)} more` : '';
  return `${why}: ${some}${rest}.`;
}

const NAMES = [...CONFIRMABLE, ...BACK_CONFIRMABLE];

/** What the call says yes to. Throws CallError. */
export function allowed(values: Values): ReadonlySet<string> {
  const names = (values.allow ?? []).flatMap((name) => name.split(','));
  for (const name of names) {
    if (!NAMES.some((one) => one === name))
      throw new CallError(`--allow is "${name}": it must be one of ${NAMES.join(', ')}.`);
  }
  return new Set(names);
}

/** Refuses a change of numbers that was not allowed by name. Throws ConfirmError or PublishError. */
export function refuse(objections: readonly Asked[], values: Values): void {
  const open = standing(objections, allowed(values));
  if (open.length > 0) throw refusal(open);
}

/** The refusal in sentences that say how it is allowed. */
function refusal(open: readonly Asked[]): Error {
  // Nothing allows these: what else stands against it would be said in vain.
  const never = open.find(({ code }) => code === 'short-code');
  if (never) return new PublishError('ERR_PUBLISH_GUARD', sentence(never));
  return new ConfirmError(open.map(sentence).join('\n'), open);
}

/** What a signing gives; what it refuses is said in the words of a call. Throws ConfirmError or PublishError. */
export async function asked<Result>(signing: Promise<Result>): Promise<Result> {
  try {
    return await signing;
  } catch (error) {
    throw error instanceof GuardError ? refusal(error.objections) : error;
  }
}

/** Official numbers where the draft of a folder changes: also those that it takes out of the directory. */
export function officialFor(folder: FeedFolder, draft: FeedContent): ReadonlySet<string> {
  return officialOver([readBase(folder)?.content.directory, draft.directory]);
}
