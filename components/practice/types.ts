/** The invented messages of the practice pages. Data, never HTML: the views build every element from it. */

/** A run of text, plain or in an inline element of its own. */
export type Part =
  | string
  | { readonly strong: string }
  | { readonly em: string }
  | { readonly tel: string; readonly text: string }
  | { readonly href: string; readonly text: string };

export type Paragraph = readonly Part[];

/** Who speaks: the scammer, somebody who warns of scams, or anybody about ordinary things. */
export type PracticeKind = 'scam' | 'warning' | 'ordinary';

export interface PracticeSender {
  readonly name: string;
  /** Mail address, where the message is a mail. */
  readonly address?: string | undefined;
}

export interface PracticeMessage {
  readonly id: string;
  readonly kind: PracticeKind;
  readonly sender: PracticeSender;
  readonly time: string;
  readonly body: readonly Paragraph[];
}

export interface PracticeMail extends PracticeMessage {
  readonly subject: string;
}

export interface PracticePost extends PracticeMessage {
  readonly comments: readonly PracticeMessage[];
}

export interface PracticeChat {
  readonly name: string;
  readonly bubbles: readonly (PracticeMessage & { readonly own?: boolean })[];
}
