import '../../components/popup/popup.css';
import { mountPage } from '../../components/trouble/mount-page';
import { PopupPage } from '../popup/PopupPage';

mountPage(<PopupPage panel />);
