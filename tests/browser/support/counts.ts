/** Counts what the content script does in a page, from inside the extension's own world; the page cannot see it. */
import type { ExtensionWorld } from '../../../scripts/browser/extension-world';

export interface Counts {
  /** Messages to the background by name. */
  readonly messages: Readonly<Record<string, number>>;
  /** Length of their JSON, in UTF-16 units. */
  readonly bytes: number;
  /** Units sent to be judged. */
  readonly judged: number;
  /** Texts of the first message that asked for verdicts. */
  readonly firstTexts: readonly string[];
  /** Steps of all tree walkers: nodes looked at, as often as they were. */
  readonly nodes: number;
  /** Most of them in one slice of work. */
  readonly mostInSlice: number;
  /** Walks for units that began at the body; those over texts alone only measure, and stop soon. */
  readonly wholePasses: number;
  /** Look-ups of styles, each of which may make the browser work out the page's looks. */
  readonly styles: number;
  /** Selectors that were looked for in the whole document. */
  readonly searches: number;
  /** Elements that were asked where they lie; of a page that is counted before anything was asked. */
  readonly boxes: number;
}

/** Begins to count. Call once a page, after it loaded. */
export async function countWork(world: ExtensionWorld): Promise<void> {
  await world.waitFor(`globalThis[Symbol.for('canh-giac.session')]`);
  await world.evaluate(`(() => {
    const counts = (globalThis.counts = { messages: {}, bytes: 0, judged: 0, firstTexts: [], nodes: 0, mostInSlice: 0, wholePasses: 0, styles: 0, searches: 0, boxes: 0 });
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = (message, ...more) => {
      counts.messages[message.name] = (counts.messages[message.name] ?? 0) + 1;
      counts.bytes += JSON.stringify(message).length;
      if (message.name === 'judge') {
        if (counts.judged === 0) counts.firstTexts = message.args.units.map(({ text }) => text);
        counts.judged += message.args.units.length;
      }
      return send(message, ...more);
    };
    const make = Document.prototype.createTreeWalker;
    Document.prototype.createTreeWalker = function (root, ...more) {
      if (root === document.body && more[0] !== NodeFilter.SHOW_TEXT) counts.wholePasses++;
      return make.call(this, root, ...more);
    };
    for (const name of ['nextNode', 'firstChild', 'nextSibling']) {
      const step = TreeWalker.prototype[name];
      TreeWalker.prototype[name] = function () {
        const node = step.call(this);
        if (node) counts.nodes++;
        return node;
      };
    }
    const whenIdle = globalThis.requestIdleCallback;
    globalThis.requestIdleCallback = (run, options) =>
      whenIdle((deadline) => {
        const before = counts.nodes;
        run(deadline);
        counts.mostInSlice = Math.max(counts.mostInSlice, counts.nodes - before);
      }, options);
    const search = Document.prototype.querySelector;
    Document.prototype.querySelector = function (selector) {
      counts.searches++;
      return search.call(this, selector);
    };
    const box = Element.prototype.getBoundingClientRect;
    Element.prototype.getBoundingClientRect = function () {
      counts.boxes++;
      return box.call(this);
    };
    const look = globalThis.getComputedStyle;
    globalThis.getComputedStyle = (...all) => (counts.styles++, look(...all));
  })()`);
}

/** What was counted since countWork. */
export async function readCounts(world: ExtensionWorld): Promise<Counts> {
  const counts = await world.evaluate<Counts>(`globalThis.counts`);
  if (!counts) throw new Error('countWork was not called');
  return counts;
}
