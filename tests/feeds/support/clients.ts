/** The two clients on the same files: ours, and tuf-js as the oracle. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { BaseFetcher, Updater } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { refreshMetadata } from '../../../lib/lists/feed/client';
import { FeedError } from '../../../lib/lists/feed/feed-error';
import { fetchTarget } from '../../../lib/lists/feed/targets';
import { createTransport, type Transport } from '../../../lib/lists/feed/transport';
import type { Trusted, TrustStore } from '../../../lib/lists/feed/trust-store';
import { hashOf, type Repository } from './forge';

/** What a server gives: files, and paths where it answers with a status of its own. */
export interface Server {
  repository: Repository;
  readonly statuses: Map<string, number>;
}

function answer(
  { repository, statuses }: Server,
  path: string,
): { status: number; body: Uint8Array<ArrayBuffer> } {
  const body = repository.files.get(path);
  const status = statuses.get(path) ?? (body ? 200 : 404);
  return { status, body: status === 200 && body ? body : new TextEncoder().encode('<html>no</html>') };
}

/** `ok` with the version of the targets, or the code of the refusal. */
export type Outcome = { readonly ok: number } | { readonly refused: string };

export class MemoryTrust implements TrustStore {
  trusted: Trusted | undefined;
  load(): Promise<Trusted | undefined> {
    return Promise.resolve(this.trusted);
  }
  save(trusted: Trusted): Promise<void> {
    this.trusted = trusted;
    return Promise.resolve();
  }
}

export class OurClient {
  readonly trust = new MemoryTrust();
  private readonly transport: Transport;
  private readonly fingerprint: string;

  constructor(server: Server, first: Uint8Array) {
    this.fingerprint = hashOf(first);
    this.transport = createTransport({
      address: 'https://feed.test/',
      fetch: (url) => {
        const { status, body } = answer(server, (url as string).slice('https://feed.test/'.length));
        return Promise.resolve(new Response(body, { status }));
      },
    });
  }

  async update(targets: readonly string[] = []): Promise<Outcome> {
    try {
      const { transport, trust: store, fingerprint } = this;
      const refreshed = await refreshMetadata({
        transport,
        store,
        fingerprint,
        now: () => Date.now(),
        built: Date.UTC(2026, 9, 1),
      });
      for (const name of targets) await fetchTarget(transport, refreshed.targets, name);
      return { ok: refreshed.targets.version };
    } catch (error) {
      if (error instanceof FeedError) return { refused: error.code };
      throw error;
    }
  }
}

class FileFetcher extends BaseFetcher {
  constructor(private readonly server: Server) {
    super();
  }
  override fetch(url: string): Promise<NodeJS.ReadableStream> {
    const { status, body } = answer(this.server, url.slice('https://feed.test/'.length));
    if (status !== 200) return Promise.reject(new DownloadHTTPError('no', status));
    return Promise.resolve(Readable.from([Buffer.from(body)]));
  }
}

export class Oracle {
  private readonly folder = mkdtempSync(join(tmpdir(), 'tuf-js-'));

  constructor(
    private readonly server: Server,
    first: Uint8Array,
  ) {
    writeFileSync(join(this.folder, 'root.json'), first);
  }

  async update(targets: readonly string[] = []): Promise<Outcome> {
    const updater = new Updater({
      metadataDir: this.folder,
      targetDir: mkdtempSync(join(tmpdir(), 'tuf-js-targets-')),
      metadataBaseUrl: 'https://feed.test/metadata',
      targetBaseUrl: 'https://feed.test/targets',
      fetcher: new FileFetcher(this.server),
    });
    try {
      await updater.refresh();
      for (const name of targets) {
        const info = await updater.getTargetInfo(name);
        if (!info) throw new Error(`no ${name}`);
        await updater.downloadTarget(info, join(this.folder, hashOf(Buffer.from(name))));
      }
    } catch (error) {
      return { refused: error instanceof Error ? error.message : String(error) };
    }
    const file: unknown = JSON.parse(readFileSync(join(this.folder, 'targets.json'), 'utf8'));
    return { ok: (file as { signed: { version: number } }).signed.version };
  }
}
