/** The same with a million numbers: `npm run test:long`. */
import { compactListTest } from './support/compact-lists';

compactListTest(100_000);
