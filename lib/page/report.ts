import type { Verdict } from '../analysis/types';

/** One unit as the popup lists it. */
export interface ReportedUnit {
  readonly id: string;
  /** Under which the person hides it. */
  readonly key: string;
  readonly verdict: Verdict;
  /** The beginning of its text. */
  readonly excerpt: string;
  readonly hidden: boolean;
}

/** What was found in one frame. */
export interface FrameReport {
  readonly units: readonly ReportedUnit[];
  /** True where there was more than is kept. */
  readonly truncated: boolean;
  /** The site's name where its selectors find nothing, so that the page is read in the general way. */
  readonly general?: string | undefined;
}
