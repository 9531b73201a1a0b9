import { render } from 'preact';
import cardCss from '../../components/card/card.css?inline';
import { onBackgroundMessage } from '../../lib/frame-messages';
import { send } from '../../lib/message-client';
import type { RemoteCard } from '../../lib/messages';
import type { PageSession, SeenUnit } from '../../lib/page/session';
import type { CardFacts } from '../../lib/page/views';
import { remoteTarget, type CardTarget } from './card-target';
import { createHost } from './host';
import { Overlay } from './Overlay';
import layerCss from './layer.css?inline';

/** Keys and presses inside the overlay are none of the page's business: mail sites act on single letters. */
const OWN_EVENTS = [
  'keydown',
  'keyup',
  'keypress',
  'click',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'focusin',
  'focusout',
  'wheel',
  'touchstart',
  'touchmove',
  'touchend',
];

/**
 * A page can search for words with `find` and select from there, into a closed shadow root too; what cannot be selected
 * Chromium does not hand out. Inline, because the page can part us from our sheet; read-only, because a text that may be edited can
 * always be selected.
 */
const UNSELECTABLE = 'user-select:none;-webkit-user-select:none;-webkit-user-modify:read-only';

/** Draws chips and card for a frame until its session ends. */
export async function mountOverlay(session: PageSession): Promise<void> {
  session.hasOverlay = true;
  const facts = await send('card-facts', {});
  if (session.signal.aborted) return;
  const host = createHost(`${cardCss}\n${layerCss}`, session.signal);
  // Drawn in a task of its own: the page may be scrolled just now.
  await new Promise((resolve) => setTimeout(resolve));
  let container = newContainer(host.root);
  let drawn = facts;
  const draw = (facts: CardFacts) => {
    if (session.signal.aborted) return;
    drawn = facts;
    container.dataset.appearance = facts.appearance;
    const props = { session, facts, host, openElsewhere: openInTopFrame, onRemoteCard: hearRemoteCards };
    render(<Overlay {...props} onNotice={openNotice} />, container);
  };
  // `document.open()` takes all that listens away, in our closed tree too: what hears nothing is made anew.
  // https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-open-steps
  const upkeep = setInterval(() => {
    if (!container.dispatchEvent(new Event(PROBE, { cancelable: true }))) return;
    // A card that was open opens itself again.
    if (container.querySelector('[role=dialog]')) session.opened.clear();
    render(null, container);
    container.remove();
    container = newContainer(host.root);
    draw(drawn);
  }, PROBE_MS);
  session.signal.addEventListener('abort', () => {
    clearInterval(upkeep);
    render(null, container);
  });
  draw(facts);
  // Lists or settings changed: language, looks and hotlines follow.
  const follow = () => void send('card-facts', {}).then(draw, () => undefined);
  session.on('lists', follow, session.signal);
}

/** An event that never leaves our tree: nobody prevents it where what listens was taken away. */
const PROBE = 'canh-giac-probe';
/** How often that is tried, in milliseconds. */
const PROBE_MS = 1_000;

/** What the overlay is drawn in. */
function newContainer(root: ShadowRoot): HTMLElement {
  const container = document.createElement('div');
  container.style.cssText = UNSELECTABLE;
  root.append(container);
  for (const type of OWN_EVENTS) container.addEventListener(type, (event) => event.stopPropagation());
  // A press of the mouse leaves the focus in the text that the person is writing; Tab still comes here.
  container.addEventListener('mousedown', (event) => event.preventDefault());
  container.addEventListener(PROBE, (event) => event.preventDefault());
  return container;
}

function openNotice(): Promise<unknown> {
  return send('open-page', { page: 'notice' });
}

async function openInTopFrame(unit: SeenUnit, focus: boolean): Promise<boolean> {
  const born = performance.timeOrigin;
  const args = { unitId: unit.id, born, unit: unit.content.unit, focus };
  const { shown } = await send('open-card', args).catch(() => ({ shown: false }));
  return shown;
}

/** Cards of other frames come from the background, which alone has no tab. */
function hearRemoteCards(show: (target: CardTarget, focus: boolean) => void, signal: AbortSignal): void {
  onBackgroundMessage((message) => {
    if (!isRemoteCard(message)) return false;
    show(remoteTarget(message.place, message.judged), message.focus);
    return true;
  }, signal);
}

function isRemoteCard(message: unknown): message is RemoteCard {
  return (
    typeof message === 'object' && message !== null && 'name' in message && message.name === 'frame-card'
  );
}
