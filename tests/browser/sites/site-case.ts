/** What is known of one site's fixture. */

/** A sender as the page shows it. */
export interface ShownSender {
  readonly name?: string;
  readonly address?: string;
  readonly replyTo?: string;
  readonly profile?: string;
}

export interface SiteCase {
  /** File in tests/browser/fixtures/sites. */
  readonly fixture: string;
  /** Names in the site pack whose entries the page shows. */
  readonly sites: readonly string[];
  readonly host: string;
  /** The units with findings, by the `data-u` of the fixture or the name of the frame: level and sender. */
  readonly units: Readonly<Record<string, readonly [level: string, sender: ShownSender]>>;
  /** The one that arrives late: its sender, and its level where it is not danger. */
  readonly late: readonly [level: string, sender: ShownSender];
  /** The numbers painted before the late one, piece by piece. */
  readonly numbers: readonly string[];
}
