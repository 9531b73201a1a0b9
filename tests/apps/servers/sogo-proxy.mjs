/** node sogo-proxy.mjs PORT BACK HOST: serves SOGo's static files and hands the rest to sogod with the headers it needs. */
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { extname, normalize } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers';
import { URL } from 'node:url';

const [, , port, back, host] = process.argv;
const STATIC = '/usr/lib/GNUstep/SOGo/WebServerResources/';
const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};
/** sogod drops connections while it forks a worker. */
const TRIES = 20;

createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const file = /^\/SOGo(?:\.woa)?\/WebServerResources\/(.*)$/.exec(path)?.[1];
  if (file !== undefined) {
    const full = normalize(STATIC + file);
    const body = full.startsWith(STATIC) ? await readFile(full).catch(() => undefined) : undefined;
    response.writeHead(body ? 200 : 404, {
      'content-type': TYPES[extname(full)] ?? 'application/octet-stream',
    });
    response.end(body);
    return;
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  forward(request, response, Buffer.concat(chunks), TRIES);
}).listen(Number(port), '127.0.0.1');

function forward(request, response, body, tries) {
  const headers = {
    ...request.headers,
    'x-webobjects-server-port': '80',
    'x-webobjects-server-name': host,
    'x-webobjects-server-url': `http://${host}`,
    'x-webobjects-server-protocol': 'HTTP/1.0',
    'x-webobjects-remote-host': '127.0.0.1',
    connection: 'close',
  };
  const onward = ask(
    { host: '127.0.0.1', port: Number(back), method: request.method, path: request.url, headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', (error) => {
    if (tries > 0 && !response.headersSent)
      setTimeout(() => forward(request, response, body, tries - 1), 250);
    else response.writeHead(502).end(String(error));
  });
  onward.end(body);
}
