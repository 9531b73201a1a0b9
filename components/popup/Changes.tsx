import { useEffect, useRef } from 'preact/hooks';
import type { VersionChanges } from '../../lib/i18n/changes';
import { usePeopleText } from '../people-text';

interface NewVersionProps {
  readonly changes: readonly VersionChanges[];
  readonly onOpen: () => void;
}

/** After an update: one line that leads to what changed. */
export function NewVersion({ changes: [newest], onOpen }: NewVersionProps) {
  const text = usePeopleText();
  if (!newest) return null;
  return (
    <section class="page-unit level-notice">
      <p>{text('changes_new', { version: newest.version })}</p>
      <p class="actions">
        <button type="button" class="button" onClick={onOpen}>
          {text('changes_open')}
        </button>
      </p>
    </section>
  );
}

/** What changed for people, version by version. */
export function Changes({ changes }: { readonly changes: readonly VersionChanges[] }) {
  const text = usePeopleText();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="changes" aria-labelledby="changes-title">
      <h2 id="changes-title" ref={title} tabIndex={-1}>
        {text('changes_title')}
      </h2>
      {changes.length === 0 && <p>{text('changes_none')}</p>}
      {changes.map(({ version, lines }) => (
        <div key={version}>
          <h3>{text('changes_version', { version })}</h3>
          <ul class="advice">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
