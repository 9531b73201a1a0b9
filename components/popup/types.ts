/** What the popup is given to show. */
import type { MarkKind } from '../../lib/report/marks';
import type { CallQuestion } from '../../lib/report/call';
import type { Verdict } from '../../lib/analysis/types';

/** One unit of the page that has a verdict. */
export interface PageUnit {
  readonly id: string;
  readonly verdict: Verdict;
  /** The first words of the unit. */
  readonly excerpt: string;
  /** Hidden on the page by the person. */
  readonly hidden: boolean;
}

/** What is known of the page in the open tab. */
export type PageState =
  | { readonly kind: 'loading' }
  /** The person has not allowed this site. */
  | { readonly kind: 'not-allowed' }
  /** Browser pages, stores, viewers: no extension may read them. */
  | { readonly kind: 'unreadable' }
  /** `truncated`: the page holds more than is read or painted. `general`: the site that is read in the general way. */
  | {
      readonly kind: 'read';
      readonly units: readonly PageUnit[];
      readonly truncated: boolean;
      readonly general?: string | undefined;
    };

/** How old the lists are. */
export interface ListsAge {
  readonly version: string;
  /** ISO date of publication. */
  readonly date: string;
  /** True while only the lists that came with the extension are in use. */
  readonly embedded: boolean;
  /** True where the browser keeps no lists and the embedded ones answer from memory. */
  readonly unstored: boolean;
  /** True when an update is overdue. */
  readonly stale: boolean;
}

/** What the popup shows: the page and the look-up, the six questions, the calm view, or what an update changed. */
export const POPUP_VIEWS = ['main', 'call', 'calm', 'changes'] as const;
export type PopupView = (typeof POPUP_VIEWS)[number];

/** Every event is handed on as it came. */
export interface PopupEvents {
  readonly onShow: (id: string, event: Event) => void;
  readonly onHide: (id: string, event: Event) => void;
  readonly onUndo: (id: string, event: Event) => void;
  /** Begins evidence of a unit of the page. */
  readonly onSave: (id: string, event: Event) => void;
  /** Begins evidence of the text in the box. */
  readonly onSaveText: (event: Event) => void;
  /** Begins evidence of a call, of the questions that were answered yes. */
  readonly onSaveCall: (yes: readonly CallQuestion[]) => void;
  readonly onMark: (id: string, kind: MarkKind | undefined) => void;
  readonly onMarkText: (kind: MarkKind | undefined) => void;
  readonly onEvidence: (event: Event) => void;
  readonly onAllow: (event: Event) => void;
  /** The typed text, a moment after the last key; empty when the box was cleared. */
  readonly onCheck: (text: string) => void;
  readonly onNotice: (event: Event) => void;
  readonly onNewNotice: (id: string, event: Event) => void;
  readonly onPractice: (event: Event) => void;
  readonly onQuiz: (event: Event) => void;
  readonly onOptions: (event: Event) => void;
  readonly onView: (view: PopupView) => void;
  readonly copy: (text: string) => Promise<void>;
}
