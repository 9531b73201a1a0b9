import type { Verdict } from '../../lib/analysis/types';
import type { Language } from '../../lib/i18n/translate';
import { HotlineList, type HotlineContact } from '../HotlineList';
import { useLanguage, useText } from '../language';
import { LanguageSwitch } from '../LanguageSwitch';
import type { FreshnessOf } from '../numbers/standing-view';
import { CheckBox } from './CheckBox';
import { ListsLine } from './ListsLine';
import { NewNotices, type NewNotice } from './NewNotices';
import { PageSection } from './PageSection';
import type { ListsAge, PageState, PopupEvents } from './types';

export interface PopupProps extends PopupEvents {
  readonly page: PageState;
  /** The verdict on the text in the box; absent while it is empty. */
  readonly checked?: Verdict | undefined;
  readonly newNotices: readonly NewNotice[];
  readonly hotlines: readonly HotlineContact[];
  /** Absent until the lists are open. */
  readonly lists?: ListsAge | undefined;
  readonly formatNumber: (number: string) => string;
  readonly freshness: FreshnessOf;
  readonly correctionsContact?: string | undefined;
  readonly onLanguage: (language: Language, event: Event) => void;
}

/** The toolbar popup: the surface that no page can touch. It repeats every finding and action of the page. */
export function Popup(props: PopupProps) {
  const language = useLanguage();
  const text = useText();
  const { hotlines, formatNumber, freshness, correctionsContact } = props;
  return (
    <div class="popup" lang={language}>
      <header class="popup-header">
        <h1>{text('app_name')}</h1>
        <LanguageSwitch onLanguage={props.onLanguage} />
      </header>
      <main class="popup-main">
        <NewNotices notices={props.newNotices} onNotice={props.onNewNotice} />
        <PageSection {...props} />
        <CheckBox
          onCheck={props.onCheck}
          checked={props.checked}
          formatNumber={formatNumber}
          freshness={freshness}
          correctionsContact={correctionsContact}
        />
        <section aria-labelledby="popup-hotlines">
          <h2 id="popup-hotlines">{text('popup_hotlines')}</h2>
          <HotlineList hotlines={hotlines} formatNumber={formatNumber} />
        </section>
      </main>
      <footer class="popup-footer">
        <ListsLine lists={props.lists} />
        <p class="actions">
          <button type="button" class="button" onClick={props.onNotice}>
            {text('popup_notice')}
          </button>
          <button type="button" class="button" onClick={props.onPractice}>
            {text('popup_practice')}
          </button>
          <button type="button" class="button" onClick={props.onOptions}>
            {text('popup_options')}
          </button>
        </p>
      </footer>
    </div>
  );
}
