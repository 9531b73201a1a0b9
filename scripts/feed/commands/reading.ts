/** Commands that read what is published: verify, serve, export, sizes. */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { countOf } from '../../../lib/lists/reported/state';
import { countFrom, needed, type Command } from '../call';
import { dateWarnings, holdsUntil, withRemedy } from '../due';
import { exportLists } from '../export';
import { fingerprintOf } from '../publishing';
import { serveFolder } from '../serve';
import { costLines, sizesOf } from '../sizes';
import { verifyFeed } from '../verify';

export const verify: Command = {
  writes: false,
  async run({ folder, values }) {
    const remote = /^https?:/.test(folder.path);
    const fingerprint =
      values.fingerprint ?? (remote ? needed('--fingerprint', undefined) : await fingerprintOf(folder));
    const place = remote ? folder.path : join(folder.path, 'public');
    const { content, expires, timestamp, dates } = await verifyFeed(place, fingerprint).catch(
      (error: unknown) => {
        throw withRemedy(error);
      },
    );
    const entries = content.reported ? countOf(content.reported.entries) : 0;
    const { version } = content.info;
    return {
      lines: [`Version ${version}: ${String(entries)} reported entries, holds until ${holdsUntil(dates)}.`],
      warnings: dateWarnings(dates, Date.now()),
      data: { version, entries, expires, timestamp, fingerprint, dates },
    };
  },
};

export const serve: Command = {
  writes: false,
  async run({ folder, values }) {
    const fingerprint = await fingerprintOf(folder);
    const server = await serveFolder(join(folder.path, 'public'), countFrom('port', values.port));
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    return {
      lines: [
        `Address:     ${address}`,
        `Fingerprint: ${fingerprint}`,
        'Add both in the options of the extension. Ctrl+C ends it.',
      ],
      data: { address, fingerprint },
    };
  },
};

export const exportCommand: Command = {
  writes: false,
  async run({ folder, values }) {
    const to = needed('--to', values.to);
    const names = await exportLists(folder, to);
    return { lines: [`Wrote ${names.join(', ')} to ${to}.`], data: { to, files: names } };
  },
};

export const sizes: Command = {
  writes: false,
  async run({ folder }) {
    const found = await sizesOf(folder);
    return { lines: costLines(found), data: { ...found } };
  },
};
