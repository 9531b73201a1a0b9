import { render } from 'preact';
import '../../../components/admin/console.css';
import { Console } from './Console';

const app = document.getElementById('app');
if (app) render(<Console />, app);
