import { useText } from '../language';
import { Avatar } from './Avatar';
import { ChatThread } from './ChatThread';
import { Composer } from './Composer';
import { MessageBody } from './MessageBody';
import type { PracticeChat, PracticeMessage, PracticePost } from './types';

interface FeedProps {
  readonly posts: readonly PracticePost[];
  readonly chat: PracticeChat;
}

/** A practice social page: posts with comments, and a chat beside them. */
export function Feed({ posts, chat }: FeedProps) {
  return (
    <div class="feed">
      <div class="posts" role="feed">
        {posts.map((post) => (
          <Post key={post.id} post={post} />
        ))}
      </div>
      <ChatThread chat={chat} />
    </div>
  );
}

function Post({ post }: { readonly post: PracticePost }) {
  const text = useText();
  return (
    <article class="post" aria-label={text('practice_post_by', { name: post.sender.name })}>
      <Author message={post} />
      <MessageBody message={post} unit="post" />
      {post.comments.length > 0 && (
        <ul class="comments" aria-label={text('practice_comments')}>
          {post.comments.map((comment) => (
            <li key={comment.id}>
              <article class="comment">
                <Author message={comment} />
                <MessageBody message={comment} unit="comment" />
              </article>
            </li>
          ))}
        </ul>
      )}
      <Composer label={text('practice_comment_write')} kind="plain" />
    </article>
  );
}

function Author({ message }: { readonly message: PracticeMessage }) {
  return (
    <header class="author" lang="vi">
      <Avatar name={message.sender.name} />
      <span class="strong">{message.sender.name}</span>
      <span class="muted">{message.time}</span>
    </header>
  );
}
