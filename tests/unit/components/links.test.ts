import { expect, test } from 'vitest';
import { telHref, webHref } from '../../../components/links';

test.each([
  ['+842923899588', 'tel:+842923899588'],
  ['113', 'tel:113'],
  ['18001096', 'tel:18001096'],
  ['', undefined],
  ['113;phone-context=evil', undefined],
  ['*21*113#', undefined],
])('telHref(%o) is %o', (number, expected) => {
  expect(telHref(number)).toBe(expected);
});

test.each([
  ['https://vietnamnet.vn/a.html', 'https://vietnamnet.vn/a.html'],
  ['http://sokhcn.cantho.gov.vn/', 'http://sokhcn.cantho.gov.vn/'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,a', undefined],
  [' https://a.vn', undefined],
  ['', undefined],
])('webHref(%o) is %o', (url, expected) => {
  expect(webHref(url)).toBe(expected);
});
