/** Mails put straight into the Maildir that the webmail servers show. */
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATE } from './state';

export interface Mail {
  readonly subject: string;
  readonly name: string;
  readonly address: string;
  readonly replyTo?: string;
  readonly text?: string;
  readonly html?: string;
}

const MAILDIR = join(STATE, 'dovecot', 'mail', 'an');
const FOLDERS = ['cur', 'new', 'tmp'];

/** Takes every mail out of the inbox. */
export function emptyMailbox(): void {
  for (const folder of FOLDERS) rmSync(join(MAILDIR, folder), { recursive: true, force: true });
  makeFolders();
}

/** Delivers a mail: written aside, then moved in whole. */
export function deliver(mail: Mail): void {
  makeFolders();
  const { uid, gid } = statSync(MAILDIR);
  const name = `${Date.now()}.${randomBytes(6).toString('hex')}.local`;
  const waiting = join(MAILDIR, 'tmp', name);
  writeFileSync(waiting, source(mail));
  chownSync(waiting, uid, gid);
  renameSync(waiting, join(MAILDIR, 'new', name));
}

function makeFolders(): void {
  const { uid, gid } = statSync(MAILDIR);
  for (const folder of FOLDERS) {
    mkdirSync(join(MAILDIR, folder), { recursive: true });
    chownSync(join(MAILDIR, folder), uid, gid);
  }
}

function source({ subject, name, address, replyTo, text, html }: Mail): string {
  const word = (said: string) => `=?UTF-8?B?${Buffer.from(said).toString('base64')}?=`;
  const lines = (
    Buffer.from(html ?? text ?? '')
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
  return [
    `From: ${word(name)} <${address}>`,
    'To: An <an@example.test>',
    ...(replyTo ? [`Reply-To: <${replyTo}>`] : []),
    `Subject: ${word(subject)}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomBytes(8).toString('hex')}@example.test>`,
    'MIME-Version: 1.0',
    `Content-Type: text/${html === undefined ? 'plain' : 'html'}; charset=UTF-8`,
    'Content-Transfer-Encoding: base64',
    '',
    lines,
    '',
  ].join('\r\n');
}
