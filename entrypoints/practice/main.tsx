import '../../components/practice/practice.css';
import '../highlights.css';
import { startFrame } from '../../lib/page/start-frame';
import { openPage } from '../own-page/open-page';
import { mountOverlay } from '../overlay/mount-overlay';
import { PracticePage } from './PracticePage';

void openPage(<PracticePage />);

// Content scripts do not run on extension pages: the practice page brings watcher and overlay itself.
void startFrame(mountOverlay);
