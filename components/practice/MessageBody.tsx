import type { Paragraph, Part, PracticeMessage } from './types';
import { telHref, webHref } from '../links';

interface MessageBodyProps {
  readonly message: PracticeMessage;
  /** What a page reader takes it for. */
  readonly unit: 'mail' | 'post' | 'comment' | 'chat';
}

/** The words of one practice message, marked for the reader as one unit with its sender. */
export function MessageBody({ message, unit }: MessageBodyProps) {
  const { name, address } = message.sender;
  return (
    <div
      class="message-body"
      lang="vi"
      data-unit={unit}
      data-unit-id={message.id}
      data-sender-name={name}
      {...(address && { 'data-sender-address': address })}
    >
      {message.body.map((paragraph, index) => (
        <Line key={index} paragraph={paragraph} />
      ))}
    </div>
  );
}

function Line({ paragraph }: { readonly paragraph: Paragraph }) {
  return (
    <p>
      {paragraph.map((part, index) => (
        <Run key={index} part={part} />
      ))}
    </p>
  );
}

function Run({ part }: { readonly part: Part }) {
  if (typeof part === 'string') return <>{part}</>;
  if ('strong' in part) return <strong>{part.strong}</strong>;
  if ('em' in part) return <em>{part.em}</em>;
  const href = 'tel' in part ? telHref(part.tel) : webHref(part.href);
  if (!href) return <>{part.text}</>;
  return (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {part.text}
    </a>
  );
}
