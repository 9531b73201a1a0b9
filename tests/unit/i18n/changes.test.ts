import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changesSince } from '../../../lib/i18n/changes';
import vi from '../../../lib/i18n/vi/changes.json';
import packageJson from '../../../package.json';

const TABLE = { '0.9.0': ['a'], '0.10.0': ['b'], '0.10.1': [], '1.0.0': ['c'] };
const versions = (since: string, current: string) =>
  changesSince('vi', since, current, TABLE).map(({ version }) => version);

test('versions after the old one up to the new one, the newest first, those without lines left out', () => {
  expect(versions('0.9.0', '0.10.1')).toEqual(['0.10.0']);
  expect(versions('0.8', '1.0.0')).toEqual(['1.0.0', '0.10.0', '0.9.0']);
  expect(versions('1.0.0', '1.0.0')).toEqual([]);
  expect(versions('1.0.0', '0.9.0')).toEqual([]);
});

test('every version of the changelog says what people are told of it, if anything', () => {
  const log = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
  const logged = [...log.matchAll(/^## (\d+\.\d+\.\d+)/gm)].map(([, version]) => version);
  expect(logged).toContain(packageJson.version);
  expect(Object.keys(vi).sort()).toEqual(logged.sort());
});
