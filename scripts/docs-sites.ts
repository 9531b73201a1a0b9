/** `npm run docs:sites`: writes docs/sites.md anew. */
import { writeFileSync } from 'node:fs';
import { SITES_PAGE, sitesInput } from './docs/sites-input';
import { sitesPage } from './docs/sites-page';

writeFileSync(SITES_PAGE, sitesPage(sitesInput()));
