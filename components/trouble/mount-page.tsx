/** Puts a page of ours on the screen. What fails there and is caught by nobody is told, never swallowed. */
import { render, type ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import type { TroubleKey } from '../../lib/i18n/trouble';
import { MessageError } from '../../lib/message-error';
import { Trouble } from './Trouble';

/** Renders a page into its document. */
export function mountPage(page: ComponentChildren): void {
  const app = document.getElementById('app');
  if (app) render(<Guarded>{page}</Guarded>, app);
}

/** The text that an error has. */
export function troubleOf(error: unknown): TroubleKey {
  return error instanceof MessageError ? error.code : 'ERR_UNEXPECTED';
}

function Guarded({ children }: { readonly children: ComponentChildren }) {
  const [trouble, setTrouble] = useState<TroubleKey>();
  const [closed, setClosed] = useState<readonly TroubleKey[]>([]);
  const isBroken = useBroken(setTrouble);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    addEventListener('unhandledrejection', ({ reason }) => setTrouble(troubleOf(reason)), { signal });
    // Without an error it is a remark of the browser's, such as of a ResizeObserver.
    const failed = ({ error }: { readonly error: unknown }) => {
      if (error instanceof Error) setTrouble(troubleOf(error));
    };
    addEventListener('error', failed, { signal });
    return () => ending.abort();
  }, []);
  return (
    <>
      {trouble && !closed.includes(trouble) && (
        <Trouble
          code={trouble}
          language={document.documentElement.lang === 'en' ? 'en' : 'vi'}
          onReload={() => location.reload()}
          onClose={() => setClosed([...closed, trouble])}
        />
      )}
      {!isBroken && children}
    </>
  );
}

/** True once a view could not be drawn: it stays away, since it would fail again. */
function useBroken(onTrouble: (trouble: TroubleKey) => void): boolean {
  const boundary: readonly unknown[] = useErrorBoundary((error: unknown) => {
    console.error(error);
    onTrouble(troubleOf(error));
  });
  return boundary[0] !== undefined;
}
