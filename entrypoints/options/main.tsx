import '../../components/options/options.css';
import { mountPage } from '../../components/trouble/mount-page';
import { OptionsPage } from './OptionsPage';

mountPage(<OptionsPage />);
