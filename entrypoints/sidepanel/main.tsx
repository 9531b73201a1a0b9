import { render } from 'preact';
import '../../components/popup/popup.css';
import { PopupPage } from '../popup/PopupPage';

const app = document.getElementById('app');
if (app) render(<PopupPage panel />, app);
