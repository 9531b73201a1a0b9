import '../../components/options/options.css';
import { openPage } from '../own-page/open-page';
import { OptionsPage } from './OptionsPage';

void openPage(<OptionsPage />);
