import type { Language } from '../../lib/i18n/translate';
import { troubleText, type TroubleKey } from '../../lib/i18n/trouble';
import './trouble.css';

interface TroubleProps {
  readonly code: TroubleKey;
  readonly language: Language;
  readonly onReload: () => void;
  readonly onClose: () => void;
}

/** What went wrong, what it means and what to do, above the page. */
export function Trouble({ code, language, onReload, onClose }: TroubleProps) {
  const text = (key: TroubleKey) => troubleText(language, key);
  return (
    <div class="trouble" lang={language} role="alert">
      <p class="strong">{text('title')}</p>
      <p>{text(code)}</p>
      <p>{text('call')}</p>
      <p class="actions">
        <button type="button" class="button" onClick={onReload}>
          {text('reload')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {text('close')}
        </button>
      </p>
    </div>
  );
}
