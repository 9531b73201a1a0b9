/** NodeBB by its own HTTP and socket.io interfaces, as its pages use them: live events reach open pages. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { STATE } from './state';

const BASE = 'http://127.0.0.1:18093';

interface Socket {
  on(event: string, heard: (value: unknown) => void): void;
  emit(event: string, data: unknown, answer: (error: unknown, value: unknown) => void): void;
  close(): void;
}

export interface Forum {
  call<T>(event: string, data: unknown): Promise<T>;
  close(): void;
}

/** Signs in; rejects where it is refused. */
export async function signIn(user: string, password: string): Promise<Forum> {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const pair = cookie.split(';')[0] ?? '';
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
  };
  const config = await fetch(`${BASE}/api/config`);
  keep(config);
  const { csrf_token: token } = (await config.json()) as { csrf_token: string };
  const login = await fetch(`${BASE}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: cookies(),
      'content-type': 'application/x-www-form-urlencoded',
      'x-csrf-token': token,
    },
    body: new URLSearchParams({ username: user, password, remember: 'on' }),
  });
  keep(login);
  if (login.status >= 400) throw new Error(`log-in: ${login.status} ${await login.text()}`);
  // The client of the server's own version.
  const load = createRequire(join(STATE, 'nodebb', 'package', 'app.js'));
  const io = load('socket.io-client') as (base: string, options: object) => Socket;
  const socket = io(BASE, {
    extraHeaders: { cookie: cookies() },
    transports: ['polling'],
    reconnection: false,
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', () => resolve());
    for (const event of ['connect_error', 'error'])
      socket.on(event, (error) => reject(new Error(String(error))));
  });
  return {
    call: <T>(event: string, data: unknown) =>
      new Promise<T>((resolve, reject) => {
        socket.emit(event, data, (error, value) =>
          error ? reject(new Error(`${event}: ${JSON.stringify(error)}`)) : resolve(value as T),
        );
      }),
    close: () => socket.close(),
  };
}
