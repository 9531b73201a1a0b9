import { render } from 'preact';
import '../../components/practice/practice.css';
import '../highlights.css';
import { startFrame } from '../../lib/page/start-frame';
import { mountOverlay } from '../overlay/mount-overlay';
import { PracticePage } from './PracticePage';

const app = document.getElementById('app');
if (app) render(<PracticePage />, app);

// Content scripts do not run on extension pages: the practice page brings watcher and overlay itself.
void startFrame(mountOverlay);
