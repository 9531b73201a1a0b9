import '../../components/practice/practice.css';
import '../highlights.css';
import { mountPage } from '../../components/trouble/mount-page';
import { startFrame } from '../../lib/page/start-frame';
import { mountOverlay } from '../overlay/mount-overlay';
import { PracticePage } from './PracticePage';

mountPage(<PracticePage />);

// Content scripts do not run on extension pages: the practice page brings watcher and overlay itself.
void startFrame(mountOverlay);
