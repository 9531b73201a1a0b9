/** What a version changes, in one line: '12 số mới, 1 số gỡ, đường dây nóng: 1 sửa'. */
import type { ListName } from '../../../lib/admin/merge/lists';
import type { ChangeCount } from '../../../lib/admin/publish/history';
import type { AdminKey } from '../../../lib/i18n/admin';
import type { AdminText } from '../text';

const KINDS = ['added', 'removed', 'changed'] as const;

/** Parts of lists that have a name; of other documents it is said that they change. */
const NAMED: Readonly<Record<string, AdminKey>> = {
  organisations: 'directory_organisations',
  people: 'directory_people',
  hotlines: 'directory_hotlines',
  sms: 'directory_sms',
  domains: 'directory_domains',
  advice: 'directory_advice',
  notices: 'directory_notices',
  phrases: 'packs_name',
  weights: 'packs_weights',
};

/** The name of a part of a list. */
export function partName(text: AdminText, part: string): string {
  const key = NAMED[part];
  return key ? text(key) : part;
}

const LISTS: Readonly<Record<ListName, AdminKey>> = {
  info: 'list_info',
  directory: 'tab_directory',
  phrasePack: 'tab_packs',
  sitePack: 'list_sitePack',
};

/** The name of a list. */
export function listName(text: AdminText, list: ListName): string {
  return text(LISTS[list]);
}

/** What changes, in words and numbers; empty where nothing does. */
export function summary(text: AdminText, count: ChangeCount): string {
  const numbers = KINDS.filter((kind) => count[kind] > 0).map((kind) =>
    text(`count_${kind}`, { count: count[kind] }),
  );
  const documents = count.documents.map((list) => {
    const parts = (count.parts ?? []).filter((part) => part.list === list && NAMED[part.part]);
    if (parts.length === 0) return text(`count_${list}` as AdminKey);
    return parts
      .map((part) => {
        const kinds = KINDS.filter((kind) => part[kind] > 0).map((kind) =>
          text(`change_${kind}`, { count: part[kind] }),
        );
        return `${partName(text, part.part).toLowerCase()}: ${kinds.join(', ')}`;
      })
      .join('; ');
  });
  return [...numbers, ...documents].join(', ');
}
