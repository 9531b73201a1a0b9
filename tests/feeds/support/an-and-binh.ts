/** Two administrators for whoever imports them: before each test both have a fresh copy of the same feed of two numbers. */
import { vi } from 'vitest';
import type { FeedFolder } from '../../../scripts/feed/folder';
import { administrators, newFeedOfTwo } from './administrators';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** What both are copies of. */
export let made: FeedFolder;
export let an: FeedFolder;
export let binh: FeedFolder;
administrators(newFeedOfTwo, (folders) => ([made, an, binh] = folders));
