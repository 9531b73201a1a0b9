/** What takes too long for every run: a list as large as that of a whole country. */
import { compactListTest } from '../browser/support/compact-lists';

compactListTest(1_000_000);
