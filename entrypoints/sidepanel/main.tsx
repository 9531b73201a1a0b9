import '../../components/popup/popup.css';
import { openPage } from '../own-page/open-page';
import { PopupPage } from '../popup/PopupPage';

void openPage(<PopupPage panel />);
