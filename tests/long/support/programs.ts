/** Programs of a server on loopback, started one after the other and stopped the other way round. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

type Command = readonly [program: string, ...args: string[]];

/** `count` ports in a row that nobody uses. */
export async function freePorts(count: number): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const held: Server[] = [];
    const listen = async (port: number) => {
      const server = createServer().listen(port, '127.0.0.1');
      held.push(server);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    };
    try {
      const first = await listen(0);
      for (let at = 1; at < count; at++) await listen(first + at);
      return first;
    } catch {
      // One of them is taken: elsewhere.
    } finally {
      for (const server of held) server.close();
    }
  }
  throw new Error(`no ${String(count)} free ports in a row`);
}

/** Runs a program to its end; gives what it printed. */
export function run([program, ...args]: Command): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 60_000 });
  if (error || status !== 0) throw new Error(`${program} ${args.join(' ')}: ${String(error)} ${stderr}`);
  return stdout;
}

/** Waits until an address answers anything at all. */
export async function answers(address: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const up = await fetch(address, { signal: AbortSignal.timeout(2_000) }).then(
      () => true,
      () => false,
    );
    if (up) return;
    if (Date.now() > end) throw new Error(`${address} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A program that goes on until it is stopped. */
export class Running {
  private readonly child: ChildProcess;

  constructor([program, ...args]: Command) {
    this.child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }

  /** As a power cut: nothing is finished. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
