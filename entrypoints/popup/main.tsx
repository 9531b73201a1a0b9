import '../../components/popup/popup.css';
import { mountPage } from '../../components/trouble/mount-page';
import { PopupPage } from './PopupPage';

mountPage(<PopupPage />);
