import '../../components/notice/notice.css';
import { openPage } from '../own-page/open-page';
import { NoticePage } from './NoticePage';

void openPage(<NoticePage />);
