import { render } from 'preact';
import '../../components/notice/notice.css';
import { NoticePage } from './NoticePage';

const app = document.getElementById('app');
if (app) render(<NoticePage />, app);
