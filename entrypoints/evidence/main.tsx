import { render } from 'preact';
import '../../components/evidence/evidence.css';
import { EvidencePage } from './EvidencePage';

const app = document.getElementById('app');
if (app) render(<EvidencePage />, app);
