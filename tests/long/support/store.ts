/** An S3-compatible store on loopback with one bucket, `feed`, that everybody may read and one key may write. */
import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';

export interface Store {
  /** The bucket as S3 has it: where the console writes. */
  readonly bucket: string;
  /** Where browsers read, without a key. */
  readonly address: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Ends it in the middle of whatever it does; what was written stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Sends a signed request about the bucket itself. */
export async function askBucket(
  store: Pick<Store, 'bucket' | 'region' | 'accessKey' | 'secretKey'>,
  query: string,
  body?: string,
): Promise<void> {
  const { region, accessKey: accessKeyId, secretKey: secretAccessKey } = store;
  const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const answer = await aws.fetch(store.bucket + query, {
    method: 'PUT',
    ...(body !== undefined && {
      body,
      headers: { 'content-md5': createHash('md5').update(body).digest('base64') },
    }),
  });
  if (!answer.ok) throw new Error(`PUT ${query}: ${String(answer.status)} ${await answer.text()}`);
}
