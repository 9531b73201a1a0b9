/** What only the practice pages get: their own units and their own reported list, both marked as practice. */
import browser from 'webextension-polyfill';
import type { SiteEntry } from '../../lib/lists/schema-site-pack';
import type { Report } from '../../lib/lists/standing';
import type { Caller } from '../../lib/message-server';
import { PRACTICE_REPORTS } from '../practice/reports';

export const PRACTICE_SITE: SiteEntry = {
  id: 'practice',
  site: 'Cảnh Giác',
  kind: 'message',
  hosts: ['practice.invalid'],
  unit: ['[data-unit]'],
  own: ['.bubble.own'],
  root: '.mail',
  senderName: { selector: '.mail-head [lang="vi"]' },
  senderAddress: { selector: '[data-sender-address]', attribute: 'data-sender-address' },
  source: 'components/practice',
  date: '2026-11',
};

export const PRACTICE_LIST: ReadonlyMap<string, readonly Report[]> = new Map(
  PRACTICE_REPORTS.map(({ number, ...report }) => [number, [report]]),
);

/** True where the practice page itself asks. */
export function isPractice(caller: Caller): boolean {
  return caller.kind === 'extension' && caller.url.startsWith(browser.runtime.getURL('practice.html'));
}
