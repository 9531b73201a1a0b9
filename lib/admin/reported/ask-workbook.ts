/** One question to the worker that reads a workbook, and its answers. */
import { ReadError } from './read-error';
import type { WorkbookAnswer, WorkbookAsk } from './workbook-messages';

/** The worker as far as it is asked. */
export interface WorkbookReader {
  onmessage: ((event: MessageEvent<WorkbookAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: WorkbookAsk): void;
  terminate(): void;
}

/**
 * Asks, and has answers heard until `hear` says that one was the last. Throws ReadError, the signal's reason where it is
 * stopped, or what `hear` throws; the worker is ended then.
 */
export async function askWorkbook(
  worker: WorkbookReader,
  message: WorkbookAsk,
  signal: AbortSignal,
  hear: (answer: WorkbookAnswer) => boolean,
): Promise<void> {
  const over = new AbortController();
  try {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject: (reason: Error) => void) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: over.signal });
      worker.onerror = (event) => reject(new ReadError('ERR_FILE_BROKEN', { cause: event.message }));
      worker.onmessage = ({ data }) => {
        // What was on its way when it was stopped.
        if (signal.aborted) return;
        try {
          if (data.kind === 'fault') reject(new ReadError(data.code));
          else if (hear(data)) resolve();
        } catch (error) {
          // Nobody else would hear of it, and the reading would never end.
          reject(error as Error);
        }
      };
      worker.postMessage(message);
    });
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    over.abort();
  }
}
