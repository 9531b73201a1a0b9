import type { Notice as NoticeText, Organisation, SmsSyntax } from '../../lib/lists/schema-directory';
import type { Language, Localised } from '../../lib/i18n/translate';
import { useLanguage, useLocalised, useText } from '../language';
import { LanguageSwitch } from '../LanguageSwitch';
import { Heading } from './Heading';
import { NoticeContacts } from './NoticeContacts';
import { NoticeHead } from './NoticeHead';
import { Sentences } from './Sentences';
import { SmsReports } from './SmsReports';
import { SourceList } from './SourceList';

export interface NoticeBodyProps {
  readonly notice: NoticeText;
  /** Who issued it. */
  readonly organisation: Organisation;
  /** The feed that brought it; absent for the directory's own. */
  readonly feed?: Localised | undefined;
  /** Messages by which calls and messages are reported to the national lines. */
  readonly sms: readonly SmsSyntax[];
  readonly formatNumber: (number: string) => string;
}

export interface NoticeProps extends NoticeBodyProps {
  readonly onLanguage: (language: Language, event: Event) => void;
  readonly onPrint: (event: Event) => void;
}

/** A notice of the directory as a page to read, print and pass on. */
export function Notice(props: NoticeProps) {
  const language = useLanguage();
  const text = useText();
  return (
    <div class="notice-page" lang={language}>
      <header class="notice-bar">
        <span>{text('app_name')}</span>
        <LanguageSwitch onLanguage={props.onLanguage} />
        <button type="button" class="button small" onClick={props.onPrint}>
          {text('notice_print')}
        </button>
      </header>
      <main class="notice">
        <NoticeBody {...props} />
      </main>
    </div>
  );
}

/** What a notice says, without the page around it. */
export function NoticeBody({ notice, organisation, feed, sms, formatNumber }: NoticeBodyProps) {
  const text = useText();
  const pick = useLocalised();
  return (
    <>
      <NoticeHead notice={notice} organisation={organisation} feed={feed} />
      <section>
        <Heading>{text('notice_scam')}</Heading>
        <p>{pick(notice.summary)}</p>
      </section>
      <Sentences title="notice_never" sentences={notice.never} mark="no" />
      <Sentences title="notice_instead" sentences={notice.instead} />
      <Sentences title="notice_todo" sentences={notice.todo} mark="step" />
      <NoticeContacts notice={notice} formatNumber={formatNumber} />
      <SmsReports sms={sms} formatNumber={formatNumber} />
      {notice.later && notice.later.length > 0 && (
        <section>
          <Heading>{text('notice_later')}</Heading>
          <SourceList entries={notice.later} />
        </section>
      )}
      <section>
        <Heading>{text('notice_sources')}</Heading>
        <SourceList entries={notice.sources} />
      </section>
    </>
  );
}
