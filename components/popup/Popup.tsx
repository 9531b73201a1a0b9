import type { ComponentChildren } from 'preact';
import type { Verdict } from '../../lib/analysis/types';
import type { MarkKind } from '../../lib/report/marks';
import type { SmsSyntax } from '../../lib/lists/schema-directory';
import type { Language } from '../../lib/i18n/translate';
import type { VersionChanges } from '../../lib/i18n/changes';
import { CallCheck } from '../call/CallCheck';
import { Calm } from '../calm/Calm';
import type { HotlineContact } from '../HotlineList';
import { useLanguage } from '../language';
import { usePeopleText } from '../people-text';
import { LanguageSwitch } from '../LanguageSwitch';
import type { FreshnessOf } from '../numbers/standing-view';
import { Changes } from './Changes';
import type { NewNotice } from './NewNotices';
import { PopupMain } from './PopupMain';
import type { ListsAge, PageState, PopupEvents, PopupView } from './types';

export interface PopupProps extends PopupEvents {
  readonly view: PopupView;
  /** What failed in the background. */
  readonly troubles: ComponentChildren;
  readonly page: PageState;
  /** The verdict on the text in the box; absent while it is empty. */
  readonly checked?: Verdict | undefined;
  readonly newNotices: readonly NewNotice[];
  /** What changed with the last update and is to be told; read once opened. */
  readonly changes: readonly VersionChanges[];
  readonly changesRead: boolean;
  /** What the person said of the text in the box. */
  readonly mark?: MarkKind | undefined;
  /** Text to look up that was brought along. */
  readonly given?: { readonly text: string } | undefined;
  /** The number that called, where the text in the box names one. */
  readonly caller?: string | undefined;
  readonly hotlines: readonly HotlineContact[];
  /** The line of the calm view. */
  readonly hotline?: HotlineContact | undefined;
  readonly sms: readonly SmsSyntax[];
  /** Absent until the lists are open. */
  readonly lists?: ListsAge | undefined;
  readonly formatNumber: (number: string) => string;
  readonly freshness: FreshnessOf;
  readonly correctionsContact?: string | undefined;
  readonly onLanguage: (language: Language, event: Event) => void;
}

/** The toolbar popup and the side panel: the surface that no page can touch. */
export function Popup(props: PopupProps) {
  const { view, onView } = props;
  const language = useLanguage();
  const text = usePeopleText();
  return (
    <div class={view === 'main' ? 'popup' : 'popup large'} lang={language}>
      <header class="popup-header">
        <h1>{text('app_name')}</h1>
        {view === 'main' ? (
          <LanguageSwitch onLanguage={props.onLanguage} />
        ) : (
          <button type="button" class="button" onClick={() => onView('main')}>
            {text('lookup_back')}
          </button>
        )}
      </header>
      <main class="popup-main">
        {props.troubles}
        {view === 'main' && <PopupMain {...props} />}
        {view === 'call' && (
          <CallCheck
            onCalm={() => onView('calm')}
            hotlines={props.hotlines}
            formatNumber={props.formatNumber}
            onSave={props.onSaveCall}
          />
        )}
        {view === 'changes' && <Changes changes={props.changes} />}
        {view === 'calm' && (
          <Calm
            hotline={props.hotline}
            sms={props.sms}
            caller={props.caller}
            formatNumber={props.formatNumber}
            copy={props.copy}
          />
        )}
      </main>
    </div>
  );
}
