import '../../components/quiz/quiz.css';
import { mountPage } from '../../components/trouble/mount-page';
import { QuizPage } from './QuizPage';

mountPage(<QuizPage />);
