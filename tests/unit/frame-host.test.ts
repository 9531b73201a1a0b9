import { expect, test } from 'vitest';
import { frameHost } from '../../lib/frame-host';

const TAB = 'https://tab.example/inbox';

test.each([
  ['a page', 'https://mail.example:8443/a?b', 'https://mail.example:8443', 'mail.example'],
  ['plain http', 'http://mail.example/', 'http://mail.example', 'mail.example'],
  ['a sandboxed page with an address', 'https://mail.example/a', 'null', 'mail.example'],
  ['srcdoc', 'about:srcdoc', 'https://mail.example', 'mail.example'],
  ['about:blank', 'about:blank', 'https://mail.example', 'mail.example'],
  ['a blob', 'blob:https://mail.example/1', 'https://mail.example', 'mail.example'],
  ['a sandboxed srcdoc', 'about:srcdoc', 'null', 'tab.example'],
  ['a data address', 'data:text/html,a', 'null', 'tab.example'],
  ['no origin from the browser', 'about:srcdoc', undefined, 'tab.example'],
  ['an address that only looks like one', 'about:https://mail.example/', 'null', 'tab.example'],
])('%s', (_, url, origin, host) => {
  expect(frameHost({ url, origin, tabUrl: TAB })).toBe(host);
});

test.each([
  [
    'a page of the extension',
    { url: 'chrome-extension://abc/practice.html', origin: 'chrome-extension://abc' },
  ],
  ['a file', { url: 'file:///home/a.html', origin: 'file://', tabUrl: 'file:///home/a.html' }],
  ['a tab that we may not look at', { url: 'about:srcdoc', origin: 'null' }],
  ['nothing', {}],
])('%s has no host', (_, frame) => {
  expect(frameHost(frame)).toBe('');
});
