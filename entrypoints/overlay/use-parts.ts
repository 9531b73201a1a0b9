import { useEffect, useState } from 'preact/hooks';
import { ALL_PARTS } from '../../components/card/Card';
import { afterFrame } from './after-frame';

/**
 * How many parts of a card to draw. The first card of a page is drawn by code that runs for the first time, while the person
 * scrolls maybe: one part a frame, until all are there; then all at once.
 */
export function useParts(isOpen: boolean, signal: AbortSignal): number {
  const [parts, setParts] = useState(1);
  useEffect(() => {
    if (!isOpen || parts === ALL_PARTS) return undefined;
    const ended = new AbortController();
    afterFrame(() => setParts(parts + 1), AbortSignal.any([signal, ended.signal]));
    return () => ended.abort();
  }, [isOpen, parts, signal]);
  return parts;
}
