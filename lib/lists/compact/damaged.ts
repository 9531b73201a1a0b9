/** Bytes of the compact set that are not what was written. */
export class DamagedBlock extends Error {
  override readonly name: string = 'DamagedBlock';

  constructor(problem: string, cause?: unknown) {
    super(`The block is damaged: ${problem}`, cause === undefined ? {} : { cause });
  }
}
