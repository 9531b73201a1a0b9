/** `publish`: what is published in DIR goes to a WebDAV server or an S3-compatible store. */
import * as v from 'valibot';
import { DestinationSchema, PlaceError, type PlaceErrorCode } from '../../../lib/admin/publish/destination';
import { serverPlace, type ServerDestination } from '../../../lib/admin/publish/server-place';
import { readMetadata } from '../../../lib/lists/feed/metadata';
import { CallError, count, needed, type Call, type Command } from '../call';
import { datesOf, dateWarnings } from '../due';
import { groundOf } from '../ground';
import { LOGIN_VARIABLE, loginIn, type ServerLogin } from '../login';
import { ObstacleError, upload, type Obstacle } from '../upload';

const OLD = 'Browsers still have what they had before.';

const PROBLEMS: Readonly<Record<PlaceErrorCode, string>> = {
  ERR_PLACE_NETWORK: 'the connection broke. publish again goes on where it stopped',
  ERR_PLACE_REFUSED: `the login was refused, or may not write here. It comes from ${LOGIN_VARIABLE} or --login-file`,
  ERR_PLACE_FULL: 'there is no room. Make some, then publish again',
  ERR_PLACE_SERVER: 'the server answered with a fault. Try again later, or look into its log',
  ERR_PLACE_ADDRESS:
    'nothing can be written at this address. Look at --to, of S3 also at bucket and --region',
  ERR_PLACE_CONDITION: 'the server does not know the condition that was asked for',
  ERR_PLACE_OTHER: 'another feed lies at this address. Nothing was written',
  ERR_PLACE_CONFLICT: 'somebody else wrote there meanwhile',
  ERR_PLACE_LEFTOVERS: 'files of a publication that was given up are in the way',
  ERR_PLACE_READ_BACK: 'it was written, and the server gives something else. Is a cache in between?',
};

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  dates:
    'dates were signed elsewhere, and are newer there. Nothing was changed there. pull DIR takes them; where it refuses them, sign newer ones here',
  overtaken: `somebody else published there. Nothing was changed there. Take it into the draft first: pull DIR with the address where browsers read it; then sign, and publish again. Where pull refuses it as older than what is here: publish --over`,
  ahead: `somebody else published there, under a timestamp that is as new as this one or newer: browsers would keep theirs. Nothing was changed there. pull DIR takes what they published; where it refuses that as older, sign past it`,
  leftovers: `files of a publication that was given up lie there under the versions of this one. ${OLD} Go past them: sign DIR --again (where only dates are new: refresh DIR --again), then publish again`,
};

/** Why nothing, or not all, was brought to a server. */
class UploadError extends Error {
  constructor(
    message: string,
    readonly code: string,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

/** What a person is told of a fault of `to`. */
function problemOf(to: string, error: unknown): unknown {
  if (error instanceof ObstacleError) {
    const { obstacle, ahead, path, code } = error;
    const times = count(ahead + 1, 'time');
    const how: Partial<Record<Obstacle, string>> = {
      dates: `refresh DIR, ${times}; then publish again`,
      ahead: `sign DIR --again, ${times}; then publish --over`,
    };
    return new UploadError(`${to}: ${OBSTACLES[obstacle]} (${how[obstacle] ?? path}).`, code, error);
  }
  if (!(error instanceof PlaceError)) return error;
  const { code, path } = error;
  return new UploadError(`${to}${path}: ${PROBLEMS[code]}.`, code, error);
}

/** Where a call publishes to. Throws CallError; what it names is never quoted where a password may stand in it. */
function destinationOf({ values, source }: Call, login: ServerLogin | undefined): ServerDestination {
  const to = needed('--to', values.to);
  const address = URL.canParse(to) ? new URL(to) : undefined;
  if (address && (address.username + address.password !== '' || /[?#]/.test(to)))
    throw new CallError(`--to is the address alone: the login comes from ${LOGIN_VARIABLE} or --login-file.`);
  const url = address && !to.endsWith('/') ? `${to}/` : to;
  if (values.s3 && !login)
    throw new CallError(
      `A store needs keys: ${LOGIN_VARIABLE}, --login-file, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
    );
  const region = values.region ?? source.env.AWS_REGION ?? 'us-east-1';
  const found = v.safeParse(
    DestinationSchema,
    values.s3 ? { kind: 's3', url, region, accessKey: login?.user } : { kind: 'dav', url },
  );
  if (!found.success || (found.output.kind !== 's3' && found.output.kind !== 'dav'))
    throw new CallError('--to must be an address with https, or with http on this computer.');
  return found.output;
}

export const publish: Command = {
  writes: true,
  async run(call) {
    const { folder, values, source } = call;
    const login = loginIn(values['login-file'], source.env, values.s3);
    const destination = destinationOf(call, login);
    const ground = await groundOf(folder);
    if (!ground.live) throw new Error('Nothing is published yet: sign first.');
    const { live } = ground;
    const to = destination.url;
    try {
      const place = await serverPlace(destination, login ?? { secret: '' }, live.files);
      const { files, already } = await upload(folder, ground, place, { name: to, over: values.over });
      const { version } = live.info;
      const now = Date.now();
      return {
        lines: [
          already
            ? `Version ${version} was at ${to} already.`
            : `Version ${version} is at ${to}, and was read back (${count(files, 'file')}).`,
          ...(place.conditional
            ? []
            : ['This server does not keep two people who publish at once apart: one at a time.']),
        ],
        warnings: dateWarnings(datesOf(live.published, now), now),
        data: {
          to,
          version,
          timestamp: readMetadata('timestamp', live.published.timestamp).signed.version,
          files,
          already,
          oneAtATime: !place.conditional,
        },
      };
    } catch (error) {
      throw problemOf(to, error);
    }
  },
};
