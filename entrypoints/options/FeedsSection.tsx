import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../components/language';
import { OptionsSection } from '../../components/options/OptionsSection';
import { ListsLine } from '../../components/popup/ListsLine';
import type { ListsAge } from '../../components/popup/types';
import { send } from '../../lib/message-client';

/** Where the lists come from. */
export function FeedsSection() {
  const text = useText();
  const [lists, setLists] = useState<ListsAge>();
  useEffect(() => {
    void send('lists', {}).then(({ version, published, embedded, error }) =>
      setLists({ version, date: published, embedded, unstored: error !== undefined, stale: false }),
    );
  }, []);
  return (
    <OptionsSection id="feeds" title={text('feeds_title')}>
      <ListsLine lists={lists} />
    </OptionsSection>
  );
}
