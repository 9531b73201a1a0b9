import { useEffect, useRef } from 'preact/hooks';
import type { SmsSyntax } from '../../lib/lists/schema-directory';
import type { HotlineContact } from '../HotlineList';
import { useLocalised } from '../language';
import { usePeopleText } from '../people-text';
import { telHref } from '../links';
import { QrCode } from '../QrCode';
import { ReportMessage } from './ReportMessage';

const STEPS = ['calm_step_stop', 'calm_step_keep', 'calm_step_call'] as const;

export interface CalmProps {
  /** The line to call; absent until the lists are open. */
  readonly hotline: HotlineContact | undefined;
  readonly sms: readonly SmsSyntax[];
  /** The number that called, where one is known. */
  readonly caller?: string | undefined;
  readonly formatNumber: (number: string) => string;
  readonly copy: (text: string) => Promise<void>;
}

/** For somebody under pressure: three steps in large letters, one button to the line, and the message that reports. */
export function Calm({ hotline, sms, caller, formatNumber, copy }: CalmProps) {
  const text = usePeopleText();
  const pick = useLocalised();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const href = hotline && telHref(hotline.number);
  const number = hotline && formatNumber(hotline.number);
  return (
    <section class="calm" aria-labelledby="calm-title">
      <h2 id="calm-title" ref={title} tabIndex={-1}>
        {text('calm_title')}
      </h2>
      <ol class="calm-steps">
        {STEPS.map((step) => (
          <li key={step}>{text(step)}</li>
        ))}
      </ol>
      {hotline && href && number && (
        <div class="calm-call">
          <a class="button primary calm-button" href={href}>
            {text('calm_call', { number })}
          </a>
          <p class="muted">
            {pick(hotline.organisation)}: {pick(hotline.purpose)}
          </p>
          <figure>
            <QrCode value={href} label={text('calm_scan_call', { number })} />
            <figcaption>{text('calm_scan_call', { number })}</figcaption>
          </figure>
        </div>
      )}
      <ReportMessage sms={sms} caller={caller} formatNumber={formatNumber} copy={copy} />
    </section>
  );
}
