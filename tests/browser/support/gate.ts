/** A server behind nginx for the files that a test holds: each gets half an answer, and nothing more until it is let go. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

interface Held {
  /** Requests that are answered as usual before. */
  left: number;
  readonly reached: () => void;
}

export interface Gate {
  readonly port: number;
  /** Holds a file from its nth request on; gives when a request stands half answered. */
  hold(path: string, nth: number): Promise<void>;
  /** Breaks off what is held and holds nothing any more. */
  letGo(): void;
  close(): Promise<void>;
}

/** Starts the gate over a folder of files. */
export async function startGate(root: string): Promise<Gate> {
  const held = new Map<string, Held>();
  const open = new Set<ServerResponse>();
  const server = createServer(({ url = '/' }, response) => {
    const path = url.slice(1);
    const file = join(root, path);
    const body = existsSync(file) ? readFileSync(file) : undefined;
    const one = held.get(path);
    const head = { 'Content-Length': body?.length ?? 0 };
    if (!one || one.left-- > 0) {
      response.writeHead(body ? 200 : 404, head).end(body);
      return;
    }
    open.add(response);
    // What is not there is held before its head.
    if (body) response.writeHead(200, head).write(body.subarray(0, body.length >> 1), one.reached);
    else one.reached();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const letGo = () => {
    held.clear();
    for (const response of open) response.destroy();
    open.clear();
  };
  return {
    port: (server.address() as AddressInfo).port,
    hold: (path, nth) =>
      new Promise((resolve) => {
        held.set(path, { left: nth - 1, reached: resolve });
      }),
    letGo,
    close: async () => {
      letGo();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
