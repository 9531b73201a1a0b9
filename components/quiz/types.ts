import type { Localised } from '../../lib/i18n/translate';

/** A message to judge for oneself. */
export interface QuizMessage {
  readonly id: string;
  readonly scam: boolean;
  /** In Vietnamese, as people get it. */
  readonly text: string;
  /** What gave it away, or why it is ordinary. */
  readonly why: Localised;
}
