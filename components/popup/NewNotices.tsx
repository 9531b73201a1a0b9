import type { Localised } from '../../lib/i18n/translate';
import { useLocalised, useText } from '../language';

export interface NewNotice {
  readonly id: string;
  readonly title: Localised;
}

interface NewNoticesProps {
  readonly notices: readonly NewNotice[];
  readonly onNotice: (id: string, event: Event) => void;
}

/** Notices that are new or changed and were not opened yet. */
export function NewNotices({ notices, onNotice }: NewNoticesProps) {
  const text = useText();
  const pick = useLocalised();
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="popup-new-notices">
      <h2 id="popup-new-notices">{text('notice_new')}</h2>
      <ul class="page-units">
        {notices.map(({ id, title }) => (
          <li key={id} class="page-unit level-notice">
            <p>{pick(title)}</p>
            <p class="actions">
              <button
                type="button"
                class="button"
                aria-label={text('popup_notice_label', { title: pick(title) })}
                onClick={(event) => onNotice(id, event)}
              >
                {text('popup_notice')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
