/**
 * The sites where the content script runs without asking: webmail and social pages, exact hosts only, since
 * patterns such as `https://*.example/*` make browsers warn of access to all websites. Frozen by a test.
 */
export const REQUIRED_HOSTS = [
  // webmail
  'mail.google.com',
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.cloud.microsoft',
  'mail.yahoo.com',
  'mail.proton.me',
  // social
  'www.facebook.com',
  'web.facebook.com',
  'm.facebook.com',
  'www.messenger.com',
  'chat.zalo.me',
  'x.com',
  'twitter.com',
  'mobile.x.com',
  'www.youtube.com',
  'm.youtube.com',
  'www.tiktok.com',
  'web.telegram.org',
  'www.instagram.com',
  'www.threads.net',
  'www.threads.com',
] as const;

/** The match pattern of one exact host over https. */
export function matchPattern(host: string): string {
  return `https://${host}/*`;
}

/** The match patterns of the required hosts. */
export const REQUIRED_MATCHES: readonly string[] = REQUIRED_HOSTS.map(matchPattern);

const HOST_LINE = /^(https?:\/\/)?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+)$/;

/**
 * The match patterns of a department's host list: one exact host a line, `#` starts a comment, `http://` before a
 * host allows plain http (an intranet). Throws an Error that names line and remedy where a line is anything else.
 */
export function parseHostList(text: string): string[] {
  const patterns: string[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const host = line.replace(/#.*/, '').trim().toLowerCase();
    if (host === '') return;
    const match = HOST_LINE.exec(host);
    if (!match) {
      throw new Error(
        `line ${index + 1}: "${host}" is no exact host name. Write one host a line, such as mail.example.gov.vn, without path, port or *.`,
      );
    }
    patterns.push(`${match[1] ?? 'https://'}${match[2]}/*`);
  });
  return [...new Set(patterns)];
}
