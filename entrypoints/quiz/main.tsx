import { render } from 'preact';
import '../../components/quiz/quiz.css';
import { QuizPage } from './QuizPage';

const app = document.getElementById('app');
if (app) render(<QuizPage />, app);
