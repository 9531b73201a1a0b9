import '../../components/welcome/welcome.css';
import { mountPage } from '../../components/trouble/mount-page';
import { WelcomePage } from './WelcomePage';

mountPage(<WelcomePage />);
