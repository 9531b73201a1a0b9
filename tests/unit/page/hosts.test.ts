import { describe, expect, it } from 'vitest';
import { parseHostList, REQUIRED_HOSTS, REQUIRED_MATCHES } from '../../../lib/page/hosts';

describe('required hosts', () => {
  it('are frozen: one more host means one more permission that every person is asked for', () => {
    expect([...REQUIRED_HOSTS]).toEqual([
      'mail.google.com',
      'outlook.live.com',
      'outlook.office.com',
      'outlook.office365.com',
      'outlook.cloud.microsoft',
      'mail.yahoo.com',
      'mail.proton.me',
      'www.facebook.com',
      'web.facebook.com',
      'm.facebook.com',
      'www.messenger.com',
      'chat.zalo.me',
      'x.com',
      'twitter.com',
      'mobile.x.com',
      'www.youtube.com',
      'm.youtube.com',
      'www.tiktok.com',
      'web.telegram.org',
      'www.instagram.com',
      'www.threads.net',
      'www.threads.com',
    ]);
  });

  it('are exact https hosts', () => {
    for (const match of REQUIRED_MATCHES) expect(match).toMatch(/^https:\/\/[a-z0-9.-]+\/\*$/);
  });
});

describe('parseHostList', () => {
  it('reads one host a line, comments and plain http where it is asked for', () => {
    const text =
      '# webmail\nmail.example.gov.vn\n\nhttp://webmail.noibo.example # intranet\nmail.example.gov.vn\n';
    expect(parseHostList(text)).toEqual(['https://mail.example.gov.vn/*', 'http://webmail.noibo.example/*']);
  });

  it.each([
    '*.gov.vn',
    'https://*/*',
    'mail.example.vn/path',
    'mail.example.vn:8443',
    'localhost',
    'file:///etc',
    'a b.vn',
  ])('refuses %s and names the line', (line) => {
    expect(() => parseHostList(`mail.example.vn\n${line}`)).toThrow(/line 2: .*exact host/);
  });
});
