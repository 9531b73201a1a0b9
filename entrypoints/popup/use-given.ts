import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { GIVEN_KEY, GivenText } from '../../lib/report/given-text';

/** The text that context menu or shortcut brought along, now or later; `arrived` hears of each. */
export function useGiven(listen: boolean, arrived: () => void): { readonly text: string } | undefined {
  const [given, setGiven] = useState<{ readonly text: string }>();
  useEffect(() => {
    if (!listen) return undefined;
    const take = async () => {
      const stored = v.safeParse(GivenText, (await browser.storage.session.get(GIVEN_KEY))[GIVEN_KEY]);
      if (!stored.success) return;
      await browser.storage.session.remove(GIVEN_KEY);
      arrived();
      setGiven({ text: stored.output });
    };
    const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'session' && changes[GIVEN_KEY]?.newValue !== undefined) void take();
    };
    void take();
    browser.storage.onChanged.addListener(changed);
    return () => browser.storage.onChanged.removeListener(changed);
  }, [listen]);
  return given;
}
