import type { Outcome } from '../../components/card/CardFooter';
import type { CardTarget } from './card-target';

/** The card as it stands open. */
export interface OpenCard {
  readonly target: CardTarget;
  /** True where the person asked for it. */
  readonly focus: boolean;
  readonly hidden: boolean;
  /** What became of the last press. */
  readonly outcome?: Outcome | undefined;
  /** Counts the askings, so that asking again takes the focus again. */
  readonly turn: number;
}

/**
 * Which card is open: one at a time. It goes with its message. What opens by itself never takes the place of what a person
 * reads; the last that tried waits, and comes once the message of the open card is gone.
 */
export class CardKeeper {
  #open: OpenCard | undefined;
  #waiting: CardTarget | undefined;
  #turn = 0;

  /**
   * @param changed hears of every change of the open card
   * @param gone hears of each target whose card went with its message
   */
  constructor(
    readonly changed: (card: OpenCard | undefined) => void,
    readonly gone: (target: CardTarget) => void,
  ) {}

  /** Opens a card because the person asked for it. */
  open(target: CardTarget, hidden: boolean): void {
    this.#waiting = undefined;
    this.#set({ target, focus: true, hidden, turn: ++this.#turn });
  }

  /** Opens a card by itself, now or once the open one's message is gone. */
  async offer(target: CardTarget): Promise<void> {
    if (!this.#open) {
      this.#set({ target, focus: false, hidden: false, turn: ++this.#turn });
      return;
    }
    this.#waiting = target;
    await this.follow();
  }

  /** The person closes the card: what waits has its chip. */
  close(): void {
    this.#waiting = undefined;
    this.#set(undefined);
  }

  /** The person hides the open card's message, or shows it again. Gives the card as it stands then. */
  setHidden(hidden: boolean): OpenCard | undefined {
    if (!this.#open) return undefined;
    this.#set({ ...this.#open, hidden, outcome: undefined, focus: true, turn: ++this.#turn });
    return this.#open;
  }

  /** Says in the card what became of a press, where it still stands with the same message. */
  note({ turn, target }: OpenCard, outcome: Outcome): void {
    const card = this.#open;
    if (card?.turn === turn && card.target.message === target.message) this.#set({ ...card, outcome });
  }

  /** Goes after the open card's message: into a new reading, or away with it. */
  async follow(): Promise<void> {
    const target = this.#open?.target;
    // A page that cannot ask now asks again later.
    const next = await target?.follow().catch(() => target);
    const card = this.#open;
    if (!card || card.target !== target || next === target) return;
    const isSameMessage = next?.message === target.message;
    if (next && (isSameMessage || !card.hidden)) {
      // Other words in the same place were not saved.
      this.#set({ ...card, target: next, outcome: isSameMessage ? card.outcome : undefined });
    } else if (!card.hidden || !target.unit) {
      this.gone(target);
      this.#set(undefined);
      await this.#letIn();
    }
  }

  async #letIn(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    const target = await waiting?.follow().catch(() => undefined);
    if (target) await this.offer(target);
  }

  #set(card: OpenCard | undefined): void {
    this.#open = card;
    this.changed(card);
  }
}
