import { AwsV4Signer } from 'aws4fetch';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { s3Place } from '../../../lib/admin/publish/http-place';
import { utf8 } from '../../../lib/lists/feed/bytes';

/**
 * Requests and signatures as Amazon publishes them, for a server that cannot run here:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
const LOGIN = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  service: 's3',
  region: 'us-east-1',
  datetime: '20130524T000000Z',
};
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('Signature Version 4', () => {
  it.each([
    ['?lifecycle', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    ['?max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ])('is that of the published example %s', async (query, signature) => {
    const signer = new AwsV4Signer({
      ...LOGIN,
      url: `https://examplebucket.s3.amazonaws.com/${query}`,
      headers: { 'x-amz-content-sha256': EMPTY },
    });
    const { headers } = await signer.sign();
    expect(headers.get('authorization')).toContain(`Signature=${signature}`);
  });
});

describe('s3Place', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('signs the bytes that it writes, and asks that nothing is overwritten', async () => {
    const sent: Request[] = [];
    vi.stubGlobal('fetch', (request: Request) => {
      sent.push(request);
      return Promise.resolve(new Response(undefined, { status: 200 }));
    });
    const place = s3Place(
      'https://store.example.vn/feed',
      'us-east-1',
      LOGIN.accessKeyId,
      LOGIN.secretAccessKey,
    );
    await place.write('metadata/2.targets.json', utf8(''), { kind: 'absent' });
    const [request] = sent;
    expect(request?.url).toBe('https://store.example.vn/feed/metadata/2.targets.json');
    expect(request?.headers.get('x-amz-content-sha256')).toBe(EMPTY);
    expect(request?.headers.get('if-none-match')).toBe('*');
    expect(request?.headers.get('authorization')).toContain('x-amz-content-sha256');
  });

  it('tells another writer from a refusal', async () => {
    const answers = [412, 409, 403];
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response(undefined, { status: answers.shift() ?? 200 })),
    );
    const place = s3Place(
      'https://store.example.vn/feed/',
      'us-east-1',
      LOGIN.accessKeyId,
      LOGIN.secretAccessKey,
    );
    const write = () => place.write('a.json', utf8('a'), { kind: 'absent' });
    await expect(write()).rejects.toMatchObject({ code: 'ERR_PLACE_CONFLICT' });
    await expect(write()).rejects.toMatchObject({ code: 'ERR_PLACE_CONFLICT' });
    await expect(write()).rejects.toMatchObject({ code: 'ERR_PLACE_REFUSED' });
  });
});
