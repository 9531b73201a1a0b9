/**
 * `npm run bench:feed`: a real nginx serves a feed on loopback, a bounded loop of clients polls for some seconds. Prints
 * polls a second and the bytes of a poll, of an update and of a first download, with all headers.
 */
import { Agent, request } from 'node:http';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { fetchContent } from '../../lib/lists/feed/content';
import { refreshMetadata } from '../../lib/lists/feed/client';
import { SCOPES } from '../../lib/lists/feed/content-schema';
import { createTransport } from '../../lib/lists/feed/transport';
import { stateOfEntries, type ReportedState } from '../../lib/lists/reported/state';
import type { Trusted } from '../../lib/lists/feed/trust-store';
import { signersIn } from '../../scripts/feed/keys';
import { fingerprintOf, signDraft } from '../../scripts/feed/publishing';
import { costLines, sizesOf } from '../../scripts/feed/sizes';
import { keysOf, newFeed } from '../feeds/support/publisher';
import { nginxPath, startNginx } from './nginx';

const SECONDS = 5;
const CLIENTS = 64;
const NUMBERS = 20_000;

function numbers(count: number): ReportedState {
  return stateOfEntries(
    Array.from({ length: count }, (_, i) => ({
      number: `+849${String(10_000_000 + i * 37)}`,
      category: 'police_impersonation',
      pretends: {
        vi: 'Tự xưng công an, dọa có lệnh bắt, bảo chuyển tiền',
        en: 'Pose as police and demand money',
      },
      publisher: 'Số liệu để đo, không có thật',
      url: 'https://example.vn/so-lieu',
      date: '2026-11-25',
      strength: 'strong' as const,
    })),
  );
}

/** Polls by `CLIENTS` connections that stay open, for `SECONDS`. */
async function poll(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const sockets = new Set<Socket>();
  let [polls, failed] = [0, 0];
  const end = performance.now() + SECONDS * 1000;
  const one = () =>
    new Promise<void>((resolve) => {
      const call = request({ port, host: '127.0.0.1', path: '/metadata/timestamp.json', agent }, (answer) => {
        if (answer.statusCode !== 200) failed++;
        answer.resume().once('end', resolve);
      });
      call.once('socket', (socket) => sockets.add(socket));
      call.once('error', () => {
        failed++;
        resolve();
      });
      call.end();
    });
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < end) {
        await one();
        polls++;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const bytes = [...sockets].reduce((sum, socket) => sum + socket.bytesRead, 0);
  agent.destroy();
  return { polls, failed, seconds, bytesAPoll: bytes / polls };
}

interface Client {
  trusted: Trusted | undefined;
  held: { state: string; reported: () => Promise<ReportedState> } | undefined;
}

/** One update by the extension's own code. Gives files and bytes of bodies as they come out of any compression. */
async function update(address: string, fingerprint: string, client: Client) {
  let [files, bytes] = [0, 0];
  const inner = createTransport({ address, fetch });
  const transport = {
    async get(path: string, max: number) {
      const body = await inner.get(path, max);
      files++;
      bytes += body?.length ?? 0;
      return body;
    },
  };
  const store = {
    load: () => Promise.resolve(client.trusted),
    save: (trusted: Trusted) => {
      client.trusted = trusted;
      return Promise.resolve();
    },
  };
  const { targets } = await refreshMetadata({
    transport,
    store,
    fingerprint,
    now: () => Date.now(),
    built: 0,
  });
  const { reported, way } = await fetchContent({
    transport,
    targets,
    scope: SCOPES.slice(0, 1),
    held: client.held,
  });
  if (!reported) throw new Error('no reported entries');
  client.held = { state: reported.state, reported: () => Promise.resolve(reported.entries) };
  return { files, bytes, way };
}

const nginx = nginxPath();
if (!nginx) {
  console.error('nginx is not installed (Debian: apt-get install nginx-light).');
  process.exit(1);
}
const folder = await newFeed();
folder.writeReported(numbers(NUMBERS));
const signers = await signersIn(keysOf(folder));
await signDraft(folder, signers);
const server = await startNginx(nginx, `${folder.path}/public`);
try {
  const client: Client = { trusted: undefined, held: undefined };
  const fingerprint = await fingerprintOf(folder);
  const first = await update(server.address, fingerprint, client);
  folder.writeReported(numbers(NUMBERS + 20));
  await signDraft(folder, signers);
  const next = await update(server.address, fingerprint, client);
  const { polls, failed, seconds, bytesAPoll } = await poll(server.port);
  if (failed > 0 || first.way !== 'base' || next.way !== 'deltas')
    throw new Error(`${String(failed)} polls failed; ways: ${first.way}, ${next.way}`);
  console.log(
    `${String(NUMBERS)} numbers; nginx with one worker and ${String(CLIENTS)} clients on this machine:`,
  );
  console.log(
    `polls: ${(polls / seconds).toFixed(0)} a second, ${bytesAPoll.toFixed(0)} bytes each with headers`,
  );
  console.log(
    `first download of the numbers: ${String(first.files)} requests, ${String(first.bytes)} bytes unpacked`,
  );
  console.log(`update by 20 numbers: ${String(next.files)} requests, ${String(next.bytes)} bytes unpacked`);
  console.log(costLines(await sizesOf(folder)).join('\n'));
} finally {
  await server.stop();
}
