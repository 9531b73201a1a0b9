/** The login of a server that a feed is published to: from a file or the environment, never from the call, never printed. */
import { readFileSync } from 'node:fs';
import { CallError } from './call';

/** Holds `USER:PASSWORD` of a WebDAV server, or `ACCESS-KEY:SECRET-KEY` of an S3-compatible store. */
export const LOGIN_VARIABLE = 'CANH_GIAC_PUBLISH_LOGIN';

export interface ServerLogin {
  readonly user: string;
  readonly secret: string;
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch {
    throw new CallError(`${file} cannot be read.`);
  }
}

/** The login that a file or the environment gives; undefined where none does. Throws CallError, without quoting it. */
export function loginIn(
  file: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  isS3: boolean,
): ServerLogin | undefined {
  const text = file === undefined ? env[LOGIN_VARIABLE] : textIn(file);
  if (text !== undefined) {
    const [, user = '', secret = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
    if (user === '' || secret === '')
      throw new CallError(`${file ?? LOGIN_VARIABLE} must hold USER:PASSWORD, of S3 ACCESS-KEY:SECRET-KEY.`);
    return { user, secret };
  }
  // What other programs for such stores read.
  const { AWS_ACCESS_KEY_ID: user, AWS_SECRET_ACCESS_KEY: secret } = env;
  return isS3 && user && secret ? { user, secret } : undefined;
}
