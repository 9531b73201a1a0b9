import { HotlineList } from '../HotlineList';
import { usePeopleText } from '../people-text';
import { NewVersion } from './Changes';
import { CheckBox } from './CheckBox';
import { ListsLine } from './ListsLine';
import { NewNotices } from './NewNotices';
import { PageSection } from './PageSection';
import type { PopupProps } from './Popup';

/** What was found on the page, the look-up, the hotlines and the ways onward. */
export function PopupMain(props: PopupProps) {
  const text = usePeopleText();
  const { hotlines, formatNumber, onView } = props;
  return (
    <>
      <NewNotices notices={props.newNotices} onNotice={props.onNewNotice} />
      {!props.changesRead && <NewVersion changes={props.changes} onOpen={() => onView('changes')} />}
      <PageSection {...props} />
      <CheckBox
        onCheck={props.onCheck}
        mark={props.mark}
        onMarkText={props.onMarkText}
        onSaveText={props.onSaveText}
        onCalm={() => onView('calm')}
        checked={props.checked}
        given={props.given}
        formatNumber={formatNumber}
        freshness={props.freshness}
        correctionsContact={props.correctionsContact}
      />
      <section aria-labelledby="popup-call">
        <h2 id="popup-call">{text('call_heading')}</h2>
        <button type="button" class="button" onClick={() => onView('call')}>
          {text('call_open')}
        </button>
      </section>
      <section aria-labelledby="popup-hotlines">
        <h2 id="popup-hotlines">{text('popup_hotlines')}</h2>
        <HotlineList hotlines={hotlines} formatNumber={formatNumber} />
      </section>
      <footer class="popup-footer">
        <ListsLine lists={props.lists} />
        <p class="actions">
          <button type="button" class="button" onClick={props.onEvidence}>
            {text('evidence_open')}
          </button>
          <button type="button" class="button" onClick={props.onNotice}>
            {text('popup_notice')}
          </button>
          <button type="button" class="button" onClick={props.onPractice}>
            {text('popup_practice')}
          </button>
          <button type="button" class="button" onClick={props.onQuiz}>
            {text('welcome_open_quiz')}
          </button>
          <button type="button" class="button" onClick={props.onOptions}>
            {text('popup_options')}
          </button>
        </p>
      </footer>
    </>
  );
}
