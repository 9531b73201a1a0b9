import { extname } from 'node:path';
import PostalMime from 'postal-mime';
import type { Unit } from '../../lib/analysis/types';
import { readHtml } from './read-html';
import { InputError } from './input-error';

const MAX_BYTES = 20_000_000;

/**
 * The unit in a file: a mail (.eml) with sender and links, a page (.html) with links, else plain text in UTF-8.
 * Throws InputError where the content is not what the name says.
 */
export async function readInput(name: string, bytes: Buffer): Promise<Unit> {
  if (bytes.length > MAX_BYTES) throw new InputError('larger than 20 MB. Give the message alone.');
  const kind = extname(name).toLowerCase();
  if (kind === '.eml') return readMail(bytes);
  const text = decode(bytes);
  if (kind === '.html' || kind === '.htm') return readHtml(text);
  if (kind === '' || kind === '.txt' || kind === '.md' || name === '-') return { text };
  throw new InputError(
    `files ending in ${kind} are not read. Give .txt, .eml or .html, or text on standard input.`,
  );
}

function decode(bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('this is no text in UTF-8. Save it as UTF-8 and try again.');
  }
  if (text.includes('\0')) throw new InputError('this is no text: it holds zero bytes.');
  if (text.trim() === '') throw new InputError('there is no text in it.');
  return text;
}

async function readMail(bytes: Buffer): Promise<Unit> {
  const mail = await PostalMime.parse(bytes);
  if (!mail.from && !mail.subject && mail.text === undefined && mail.html === undefined) {
    throw new InputError('this is no mail: it has neither sender, subject nor body.');
  }
  const body: Unit = mail.html === undefined ? { text: mail.text ?? '' } : readHtml(mail.html);
  const replyTo = mail.replyTo?.[0]?.address;
  return {
    text: [mail.subject, body.text].filter((part) => part !== undefined && part !== '').join('\n\n'),
    ...(body.links && { links: body.links }),
    sender: {
      ...(mail.from?.name && { name: mail.from.name }),
      ...(mail.from?.address && { address: mail.from.address }),
      ...(replyTo && { replyTo }),
    },
  };
}
