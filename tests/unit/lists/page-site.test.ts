import { describe, expect, it } from 'vitest';
import { pageSite } from '../../../lib/lists/page-site';
import type { SiteEntry } from '../../../lib/lists/schema-site-pack';
import embedded from '../../../public/feed/site-pack.json';
import { parseSitePack } from '../../../lib/lists/schema-site-pack';

const entry: SiteEntry = {
  id: 'one',
  site: 'One',
  kind: 'mail',
  hosts: ['mail.example'],
  unit: ['.a', '.b'],
  text: ['.t'],
  own: ['.own'],
  skip: ['.s1', '.s2'],
  chrome: ['nav'],
  root: '.row',
  senderName: { selector: '.name' },
  replyTo: { selector: '.reply', attribute: 'data-reply' },
  source: 'somewhere',
  date: '2026-11-01',
};

describe('what pages are told of an entry', () => {
  it('is its selectors, joined, and all that are used there as one', () => {
    expect(pageSite(entry)).toMatchObject({
      site: 'One',
      kind: 'mail',
      hosted: true,
      unit: '.a,.b',
      text: '.t',
      own: '.own',
      skip: '.s1,.s2',
      chrome: 'nav',
      all: '.a,.b,.t,.row,.own,.s1,.s2,nav,.name,.reply',
    });
  });

  it('holds no hosts, sources or dates', () => {
    const told = JSON.stringify(pageSite(entry));
    for (const word of ['mail.example', 'somewhere', '2026']) expect(told).not.toContain(word);
  });

  it('names no selector that an entry does not have', () => {
    const { text, own, skip, chrome, root, senderName, replyTo, ...few } = entry;
    expect(pageSite(few).all).toBe('.a,.b');
    expect([text, own, skip, chrome, root, senderName, replyTo]).not.toContain(undefined);
  });

  it('serves by a mark in the page where it has no hosts', () => {
    const { hosts, ...rest } = entry;
    expect(hosts).toBeDefined();
    expect(pageSite({ ...rest, detect: '.software' })).toMatchObject({ hosted: false, detect: '.software' });
  });

  it('keeps every entry of the shipped pack', () => {
    const { sites } = parseSitePack(embedded);
    for (const site of sites) expect(pageSite(site).all.startsWith(site.unit.join())).toBe(true);
  });
});
