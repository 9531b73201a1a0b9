import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { LEVELS } from '../../lib/analysis/types';
import type { PageState, PageUnit } from '../../components/popup/types';
import { send } from '../../lib/message-client';
import type { MarkKind } from '../../lib/report/marks';
import type { PageFindings } from '../../lib/page/views';

/** How often the list follows the page while the popup is open, in milliseconds. */
const FOLLOW_MS = 1_000;

/** A unit of the list with the way back to its page. */
interface Located {
  readonly frameId: number;
  readonly unitId: string;
  readonly key: string;
}

export interface PageInPopup {
  readonly page: PageState;
  readonly show: (id: string) => Promise<void>;
  readonly setHidden: (id: string, hidden: boolean) => Promise<void>;
  readonly allow: () => Promise<void>;
  readonly mark: (id: string, kind: MarkKind | undefined) => Promise<void>;
  /** Begins evidence of a unit. */
  readonly save: (id: string) => Promise<void>;
}

/** What was found in the tab, kept fresh while the popup is open. */
export function usePageFindings(tabId: number | undefined): PageInPopup {
  const [found, setFound] = useState<PageFindings>();
  const refresh = useCallback(async () => {
    if (tabId === undefined) return;
    setFound(await send('page-findings', { tabId }).catch((): PageFindings => ({ state: 'unreadable' })));
  }, [tabId]);

  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), FOLLOW_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  const { page, located } = asPage(found);
  const at = (id: string) => {
    const place = located.get(id);
    return place && tabId !== undefined ? { ...place, tabId } : undefined;
  };
  return {
    page,
    show: async (id) => {
      const place = at(id);
      if (place)
        await send('show-unit', { tabId: place.tabId, frameId: place.frameId, unitId: place.unitId });
    },
    setHidden: async (id, hidden) => {
      const place = at(id);
      if (place) await send('hide-unit', { ...place, hidden });
      await refresh();
    },
    mark: async (id, kind) => {
      const place = at(id);
      if (place) await send('mark-unit', { ...place, kind });
      await refresh();
    },
    save: async (id) => {
      const place = at(id);
      if (place)
        await send('evidence-unit', { tabId: place.tabId, frameId: place.frameId, unitId: place.unitId });
    },
    allow: async () => {
      if (found?.state !== 'not-allowed' || tabId === undefined) return;
      // The request must be the first thing after the press, while the browser still knows of it.
      const granted = await browser.permissions.request({ origins: [found.origin] });
      if (granted) await send('site-allowed', { tabId });
      await refresh();
    },
  };
}

function asPage(found: PageFindings | undefined): { page: PageState; located: ReadonlyMap<string, Located> } {
  const located = new Map<string, Located>();
  if (!found) return { page: { kind: 'loading' }, located };
  if (found.state !== 'watched') return { page: { kind: found.state }, located };
  const units: PageUnit[] = [];
  for (const { frameId, report } of found.frames) {
    for (const { id: unitId, key, verdict, excerpt, hidden } of report.units) {
      const reported = verdict.findings.some(
        (one) => one.kind === 'phone' && one.standing.kind !== 'unknown',
      );
      if (verdict.level === 'none' && !reported) continue;
      const id = `${frameId}:${unitId}`;
      located.set(id, { frameId, unitId, key });
      units.push({ id, verdict, excerpt, hidden });
    }
  }
  units.sort((a, b) => LEVELS.indexOf(b.verdict.level) - LEVELS.indexOf(a.verdict.level));
  const truncated = found.frames.some(({ report }) => report.truncated);
  const general = found.frames.find(({ report }) => report.general !== undefined)?.report.general;
  return { page: { kind: 'read', units, truncated, general }, located };
}
