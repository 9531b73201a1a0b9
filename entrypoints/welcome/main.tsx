import '../../components/welcome/welcome.css';
import { openPage } from '../own-page/open-page';
import { WelcomePage } from './WelcomePage';

void openPage(<WelcomePage />);
