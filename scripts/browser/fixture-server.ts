/** An https server on loopback for pages under real host names; its certificate is made anew and kept in memory. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { generate } from 'selfsigned';

export interface FixtureServer {
  readonly port: number;
  close(): Promise<void>;
}

/** What real sites send: nothing of it may stop the extension. */
const STRICT_CSP =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; object-src 'none'; frame-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

/** Serves the files of `folder`: `/NAME` is `folder/NAME.html`. Only names of letters, digits, dashes and slashes. */
export async function serveFixtures(folder: string): Promise<FixtureServer> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
  });
  const server = createServer({ key, cert }, (request, response) => {
    if (request.url === '/favicon.ico') {
      response.statusCode = 204;
      response.end();
      return;
    }
    const path = new URL(request.url ?? '/', 'https://localhost').pathname.slice(1);
    const name = /\.\w+$/.test(path) ? path : `${path}.html`;
    try {
      if (!/^[\w/-]+\.\w+$/.test(name)) throw new Error('no such name');
      const body = readFileSync(join(folder, normalize(name)));
      response.setHeader('content-type', TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', STRICT_CSP);
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
