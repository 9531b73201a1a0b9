/** The same with a million numbers: `npm run test:long`. */
import { compactListTest, littleStorageTest } from './support/compact-lists';

compactListTest(100_000);
littleStorageTest(20_000);
