/** What the schema refuses of an entry, in the words of the form. */
import type { DirectoryProblem } from '../../../lib/admin/directory/edit';
import { isAdminKey, type AdminKey } from '../../../lib/i18n/admin';
import type { AdminText } from '../text';

/** What a fault of the schema begins with or says, and its text; the first that fits counts. */
const FAULTS: readonly (readonly [fault: RegExp, key: AdminKey])[] = [
  [/longer than (\d+)/, 'fault_long'],
  [/more than (\d+) entries/, 'fault_many'],
  [/control characters/, 'fault_control'],
  [/is no id/, 'fault_id'],
  [/is no number/, 'fault_number'],
  [/ISO date/, 'fault_date'],
  [/https|is no address|backslashes/, 'fault_url'],
  [/is no host name/, 'fault_host'],
  [/same entry twice/, 'fault_twice'],
  [/is no known/, 'fault_choice'],
  [/was changed meanwhile/, 'fault_gone'],
  [/ends before it begins/, 'fault_order'],
  [/names (\S+), which is no organisation/, 'fault_organisation'],
];

/** Names of the path's parts as the form has them; rows by their number. */
function placeText(text: AdminText, path: readonly string[]): string {
  const [part = '', , ...fields] = path;
  const names = fields.flatMap((name, at) => {
    if (/^\d+$/.test(name)) return [String(Number(name) + 1)];
    // The number of a letter has another name than that of a phone.
    const keys = [`part_${fields[at - 1] ?? ''}_${name}`, `part_${name}`, `directory_${name}`];
    const key = keys.find(isAdminKey);
    return key ? [text(key)] : [];
  });
  const whole = `directory_${part}`;
  return names.length > 0 ? names.join(', ') : isAdminKey(whole) ? text(whole) : part;
}

/** Where the fault is, and what it is. */
export function problemText(text: AdminText, { path, fault }: DirectoryProblem): string {
  for (const [pattern, key] of FAULTS) {
    const found = pattern.exec(fault);
    if (found) return `${placeText(text, path)}: ${text(key, { what: found[1] ?? '' })}`;
  }
  // What remains is a field that is required and empty.
  return `${placeText(text, path)}: ${text('fault_empty')}`;
}
