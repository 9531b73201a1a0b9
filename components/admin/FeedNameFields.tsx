import { TextField } from './Field';
import { useAdminText } from './text';

/** What a feed is called, and where people who are listed by mistake turn to. */
export interface FeedNames {
  readonly vi: string;
  readonly en: string;
  readonly contact: string;
}

interface FeedNameFieldsProps {
  readonly names: FeedNames;
  readonly onNames: (names: FeedNames) => void;
}

/** The fields of a feed's name and contact. */
export function FeedNameFields({ names, onNames }: FeedNameFieldsProps) {
  const text = useAdminText();
  return (
    <>
      <TextField
        label={text('ceremony_name_vi')}
        required
        maxLength={120}
        value={names.vi}
        onValue={(vi) => onNames({ ...names, vi })}
      />
      <TextField
        label={text('ceremony_name_en')}
        maxLength={120}
        value={names.en}
        onValue={(en) => onNames({ ...names, en })}
      />
      <TextField
        label={text('ceremony_contact')}
        hint={text('ceremony_contact_hint')}
        maxLength={200}
        value={names.contact}
        onValue={(contact) => onNames({ ...names, contact })}
      />
    </>
  );
}
