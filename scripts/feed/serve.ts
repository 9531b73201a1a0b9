/** A static web server on loopback for trying a feed out; a real one is any web server over the folder `public`. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize } from 'node:path';

/** Serves a folder. Gives the server once it listens; port 0 takes any. */
export async function serveFolder(folder: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path);
    response.setHeader('access-control-allow-origin', '*');
    if (!/^(?:\/[\w.-]+)+$/.test(path) || path.includes('..') || !isFile(file)) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', 'application/octet-stream');
    response.setHeader(
      'cache-control',
      path.endsWith('/timestamp.json') ? 'no-store' : 'max-age=31536000, immutable',
    );
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
