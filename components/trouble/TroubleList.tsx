import { formatDate } from '../../lib/i18n/iso-date';
import { troubleText } from '../../lib/i18n/trouble';
import { TROUBLE_TASKS, type TroubleTask, type Troubles } from '../../lib/troubles';
import { useLanguage } from '../language';
import './trouble.css';

interface TroubleListProps {
  readonly troubles: Troubles;
  readonly onRead: (task: TroubleTask) => void;
}

/** What failed in the background lately, each with what to do. Stands there empty too, so that what comes is read out. */
export function TroubleList({ troubles, onRead }: TroubleListProps) {
  const language = useLanguage();
  return (
    <div role="status" class="trouble-list">
      {TROUBLE_TASKS.map((task) => {
        const date = troubles[task];
        if (date === undefined) return null;
        return (
          <div key={task} class="trouble">
            <p class="strong">
              {troubleText(language, 'title')} ({formatDate(language, date)})
            </p>
            <p>{troubleText(language, `task_${task}`)}</p>
            <p class="actions">
              <button type="button" class="button" onClick={() => onRead(task)}>
                {troubleText(language, 'read')}
              </button>
            </p>
          </div>
        );
      })}
    </div>
  );
}
