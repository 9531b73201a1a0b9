import { expect, test } from 'vitest';
import { siteOf } from '../../../lib/settings/site';

test.each([
  ['webmail.coquan.gov.vn', 'https://webmail.coquan.gov.vn/*'],
  [' https://Mail.Example.vn/owa?x#y ', 'https://mail.example.vn/*'],
  ['http://10.0.0.5/mail', 'http://10.0.0.5/*'],
  ['webmail.example.vn:8443/x', 'https://webmail.example.vn/*'],
  ['*.gov.vn', undefined],
  ['localhost', undefined],
  ['file:///etc/passwd', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('%j asks for %j', (typed, pattern) => {
  expect(siteOf(typed)?.pattern).toBe(pattern);
});
