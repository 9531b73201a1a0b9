import '../../components/popup/popup.css';
import { openPage } from '../own-page/open-page';
import { PopupPage } from './PopupPage';

void openPage(<PopupPage />);
