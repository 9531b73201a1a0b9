/** Every fault that a client must refuse, and what it must take: changes to a repository that both clients know. */
import type { Fault } from './faults/fault';
import { ROOT } from './faults/root';
import { SNAPSHOT } from './faults/snapshot';
import { TAKEN } from './faults/taken';
import { TARGETS } from './faults/targets';
import { TIMESTAMP } from './faults/timestamp';

export const FAULTS: readonly Fault[] = [...TAKEN, ...ROOT, ...TIMESTAMP, ...SNAPSHOT, ...TARGETS];
