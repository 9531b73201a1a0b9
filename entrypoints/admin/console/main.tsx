import '../../../components/admin/console.css';
import { mountPage } from '../../../components/trouble/mount-page';
import { Console } from './Console';

mountPage(<Console />);
