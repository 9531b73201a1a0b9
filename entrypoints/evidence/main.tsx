import '../../components/evidence/evidence.css';
import { openPage } from '../own-page/open-page';
import { EvidencePage } from './EvidencePage';

void openPage(<EvidencePage />);
