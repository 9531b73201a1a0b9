import '../../components/evidence/evidence.css';
import { mountPage } from '../../components/trouble/mount-page';
import { EvidencePage } from './EvidencePage';

mountPage(<EvidencePage />);
