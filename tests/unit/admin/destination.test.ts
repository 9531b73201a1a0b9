/** Addresses of a folder of files, as forms and the command line take them. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { DestinationSchema } from '../../../lib/admin/publish/destination';

const isTaken = (url: string) => v.is(DestinationSchema, { kind: 'dav', url });

test.each([
  'https://feed.example.gov.vn',
  'https://feed.example.gov.vn:8443/a/~an@so/',
  'http://127.0.0.1:8787/',
  'http://localhost/feed',
])('%s is taken', (url) => {
  expect(isTaken(url)).toBe(true);
});

test.each([
  'https://feed.example.gov.vn/?list=1',
  'https://feed.example.gov.vn/#list',
  'https://an:secret@feed.example.gov.vn/',
  'http://feed.example.gov.vn/',
  'http://localhost.example.vn/',
  'http://localhost:1@example.vn/',
  'ftp://feed.example.gov.vn/',
  'feed.example.gov.vn',
])('%s is not', (url) => {
  expect(isTaken(url)).toBe(false);
});
