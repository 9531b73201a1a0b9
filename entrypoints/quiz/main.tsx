import '../../components/quiz/quiz.css';
import { openPage } from '../own-page/open-page';
import { QuizPage } from './QuizPage';

void openPage(<QuizPage />);
