import { useState } from 'preact/hooks';
import type { Language } from '../../lib/i18n/translate';
import { useLanguage, useText } from '../language';
import { LanguageSwitch } from '../LanguageSwitch';
import { Feed } from './Feed';
import { Mailbox } from './Mailbox';
import type { PracticeChat, PracticeMail, PracticePost } from './types';

const PLACES = ['mailbox', 'feed'] as const;

export interface PracticeProps {
  /** The place that opens first. */
  readonly start?: (typeof PLACES)[number];
  readonly mails: readonly PracticeMail[];
  readonly posts: readonly PracticePost[];
  readonly chat: PracticeChat;
  readonly onLanguage: (language: Language, event: Event) => void;
}

/** The practice page: says what it is, then a mailbox or a social page as on any day. */
export function Practice({ start = 'mailbox', mails, posts, chat, onLanguage }: PracticeProps) {
  const language = useLanguage();
  const text = useText();
  const [place, setPlace] = useState(start);
  return (
    <div class="practice" lang={language}>
      <header class="practice-bar">
        <h1>{text('practice_title')}</h1>
        <LanguageSwitch onLanguage={onLanguage} />
        <p class="practice-banner">{text('practice_banner')}</p>
        <p class="muted">
          {text('practice_intro')} {text('practice_composers')}
        </p>
        <div class="actions" role="group" aria-label={text('practice_places')}>
          {PLACES.map((name) => (
            <button
              key={name}
              type="button"
              class="button"
              aria-pressed={name === place}
              onClick={() => setPlace(name)}
            >
              {text(`practice_${name}`)}
            </button>
          ))}
        </div>
      </header>
      <main>{place === 'mailbox' ? <Mailbox mails={mails} /> : <Feed posts={posts} chat={chat} />}</main>
    </div>
  );
}
