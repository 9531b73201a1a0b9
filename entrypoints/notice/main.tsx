import '../../components/notice/notice.css';
import { mountPage } from '../../components/trouble/mount-page';
import { NoticePage } from './NoticePage';

mountPage(<NoticePage />);
