/** An outside maker's faults in Firefox: the half that the tests of every change leave out. */
import { allFaults } from '../browser/feed-cases/faults';
import { playInFirefox } from '../firefox/support/play';

playInFirefox([allFaults('@tufjs/models')], 180_000);
