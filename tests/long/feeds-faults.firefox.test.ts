/** Every fault by both makers in Firefox, of which the tests of every change play one of each kind. */
import { allFaults } from '../browser/feed-cases/faults';
import { playInFirefox } from '../firefox/support/play';

playInFirefox([allFaults('@tufjs/models'), allFaults('our publisher')], 240_000);
