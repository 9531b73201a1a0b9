/** Ceph with its S3 gateway (radosgw): one monitor, one store in memory, one gateway, of Debian's packages. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, freePorts, run, Running } from './programs';
import { askBucket, type Store } from './store';

const [ACCESS_KEY, SECRET_KEY] = ['khoatruycap', 'khoabimat'];

/** No authentication inside the cluster, one copy of everything. */
function config(folder: string, monitor: number, gateway: number): string {
  return `
[global]
fsid = ${randomUUID()}
mon host = [v2:127.0.0.1:${String(monitor)}]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
ms mon client mode = crc
ms mon service mode = crc
ms mon cluster mode = crc
paxos propose interval = 0.05
paxos min wait = 0.01
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
osd crush chooseleaf type = 0
osd objectstore = memstore
run dir = ${folder}
admin socket = ${folder}/$name.asok
log to stderr = false
err to stderr = false
log file = ${folder}/$name.log
mon data = ${folder}/mon
osd data = ${folder}/osd
rgw frontends = beast endpoint=127.0.0.1:${String(gateway)}
`;
}

/** What a publisher puts on the bucket, as docs/feeds.md says. */
const sample = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../docs/feeds', name), 'utf8').replaceAll('BUCKET', 'feed');

/** Starts a cluster with an empty bucket. `stop` ends the gateway alone: the store is in memory. */
export async function startCeph(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-ceph-'));
  const port = await freePorts(2);
  const conf = join(folder, 'ceph.conf');
  writeFileSync(conf, config(folder, port, port + 1));
  const map = join(folder, 'monmap');
  const monitor = `[v2:127.0.0.1:${String(port)}]`;
  run(['monmaptool', '--create', '--addv', 'a', monitor, map]);
  run(['ceph-mon', '-c', conf, '-i', 'a', '--mkfs', '--monmap', map]);
  const cluster = [new Running(['ceph-mon', '-c', conf, '-i', 'a', '-f'])];
  let gateway: Running | undefined;
  const address = `http://127.0.0.1:${String(port + 1)}/`;
  const start = async () => {
    gateway = new Running(['radosgw', '-c', conf, '-n', 'client.rgw', '-f']);
    await answers(address);
  };
  const stop = async () => gateway?.kill();
  const store = {
    bucket: `${address}feed/`,
    address: `${address}feed/`,
    region: 'us-east-1',
    accessKey: ACCESS_KEY,
    secretKey: SECRET_KEY,
    start,
    stop,
    close: async () => {
      await stop();
      for (const program of cluster.reverse()) await program.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    const id = randomUUID();
    run(['ceph', '-c', conf, '--connect-timeout', '30', 'osd', 'new', id]);
    mkdirSync(join(folder, 'osd'));
    run(['ceph-osd', '-c', conf, '-i', '0', '--mkfs', '--osd-uuid', id]);
    cluster.push(new Running(['ceph-osd', '-c', conf, '-i', '0', '-f']));
    await start();
    const keys = ['--access-key', ACCESS_KEY, '--secret-key', SECRET_KEY];
    run(['radosgw-admin', '-c', conf, 'user', 'create', '--uid', 'so', '--display-name', 'So', ...keys]);
    await askBucket(store, '');
    await askBucket(store, '?policy', sample('bucket-policy.json'));
    await askBucket(store, '?cors', sample('bucket-cors.xml'));
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}
