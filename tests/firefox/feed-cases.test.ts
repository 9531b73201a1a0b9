/** The cases about feeds that Chromium plays, in a real Firefox: every refusal, time, a background that is stopped. */
import { CONTENT_CASES } from '../browser/feed-cases/content';
import { faultOfEachKind, NOT_MODIFIED } from '../browser/feed-cases/faults';
import { POLL_CASE } from '../browser/feed-cases/poll';
import { STOP_CASE } from '../browser/feed-cases/stops';
import { TIME_CASES } from '../browser/feed-cases/time';
import { playInFirefox } from './support/play';

playInFirefox(
  [faultOfEachKind('our publisher'), NOT_MODIFIED, ...CONTENT_CASES, ...TIME_CASES, POLL_CASE, STOP_CASE],
  180_000,
);
