/** A stretch of a folded text that is read as one. */
export interface Run {
  readonly text: string;
  /** UTF-16 offset in the folded text. */
  readonly at: number;
}

const RUN = /[^\s]+/g;
/** What goes on with an address whose dots have blanks around them; names have few parts. A blank behind ends a sentence. */
const SPREAD = /(?: \. [a-z0-9-]+){1,6}(?:[/?#][^\s]*)?/y;
/** What may be the name of a host and is no Vietnamese word: those have no figures and seven letters at most. */
const NAME = /^(?=.*[a-z])(?=.*[-0-9]|.{8})[a-z0-9-]+$/;
const MAX_NAME = 63;

/**
 * The runs without blanks, in order; an address that was spread out so as not to be one, «vcb-xacthuc . top», is one run
 * where `isAddress` says so of what is left without the blanks. Linear.
 */
export function* runsOf(text: string, isAddress: (run: string) => boolean): Generator<Run> {
  const runs = new RegExp(RUN);
  for (let match = runs.exec(text); match; match = runs.exec(text)) {
    const [run] = match;
    const { index: at } = match;
    SPREAD.lastIndex = runs.lastIndex;
    const rest = run.length <= MAX_NAME && NAME.test(run) ? SPREAD.exec(text)?.[0] : undefined;
    if (rest !== undefined && isAddress(run + rest.replaceAll(' ', ''))) {
      runs.lastIndex += rest.length;
      yield { text: run + rest, at };
    } else yield { text: run, at };
  }
}
