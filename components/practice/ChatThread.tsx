import { useText } from '../language';
import { Composer } from './Composer';
import { MessageBody } from './MessageBody';
import type { PracticeChat } from './types';

/** A practice chat: bubbles of both sides, each a unit of its own. */
export function ChatThread({ chat }: { readonly chat: PracticeChat }) {
  const text = useText();
  return (
    <section class="chat" aria-labelledby="chat-title">
      <h2 id="chat-title">{text('practice_chat_with', { name: chat.name })}</h2>
      <ol class="bubbles">
        {chat.bubbles.map((bubble) => (
          <li key={bubble.id} class={bubble.own ? 'bubble own' : 'bubble'}>
            <span class="muted" lang="vi">
              {bubble.sender.name}, {bubble.time}
            </span>
            <MessageBody message={bubble} unit="chat" />
          </li>
        ))}
      </ol>
      <Composer label={text('practice_chat_write')} kind="rich" />
    </section>
  );
}
