import { render } from 'preact';
import '../../components/popup/popup.css';
import { PopupPage } from './PopupPage';

const app = document.getElementById('app');
if (app) render(<PopupPage />, app);
