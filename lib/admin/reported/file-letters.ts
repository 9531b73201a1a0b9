/**
 * The letters of a text file, piece by piece: UTF-8, and the UTF-16 that Excel calls "Unicode text". Other bytes are
 * refused: of a code page nobody can tell which one it is, and a list would go out with letters that nobody wrote. Pure.
 */
import { ReadError } from './read-error';

/** Bytes that tell the encoding. */
const HEAD = 3;

/** What the first bytes say: a mark, or the empty half of the first letter. */
function encodingOf([first = 1, second = 1]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : 'utf-8';
}

/** Reads the bytes of a file piece by piece. Each call throws ReadError ERR_FILE_LETTERS where they are no text. */
export class FileLetters {
  private head = new Uint8Array(0);
  private decoder: TextDecoder | undefined;

  /** The letters that are whole by now; the mark in front is none of them. */
  push(bytes: Uint8Array): string {
    if (this.decoder) return this.decode(bytes, true);
    const all = new Uint8Array(this.head.length + bytes.length);
    all.set(this.head);
    all.set(bytes, this.head.length);
    this.head = all;
    return all.length < HEAD ? '' : this.begin();
  }

  /** The letters that are left. */
  end(): string {
    const begun = this.decoder ? '' : this.begin();
    return begun + this.decode(new Uint8Array(0), false);
  }

  private begin(): string {
    const { head } = this;
    this.decoder = new TextDecoder(encodingOf(head), { fatal: true });
    this.head = new Uint8Array(0);
    return this.decode(head, true);
  }

  private decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.decoder?.decode(bytes, { stream }) ?? '';
    } catch (error) {
      throw new ReadError('ERR_FILE_LETTERS', { cause: error });
    }
  }
}

/** The text of a whole file. Throws ReadError. */
export function lettersOf(bytes: Uint8Array): string {
  const letters = new FileLetters();
  return letters.push(bytes) + letters.end();
}
