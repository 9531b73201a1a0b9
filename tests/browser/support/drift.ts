/**
 * A page that lives: random changes of all kinds by a seed, and what a person can read in it afterwards. Runs in the page;
 * everything stands inside one function, since functions are sent there by their text.
 */
export interface DriftWindow extends Window {
  drift: {
    /** Makes so many changes, in bursts with pauses between them. */
    live(changes: number): Promise<void>;
    /** Numbers of the page that show, wherever it is scrolled to; sorted. */
    shown(): string[];
    /** Those that lie in the window. */
    inView(): string[];
  };
}

/** Gives the page `window.drift`. */
export function install(seed: number): void {
  let state = seed * 2_654_435_761 + 1;
  const random = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
  const any = <T>(all: ArrayLike<T>): T | undefined => all[random(Math.max(1, all.length))];
  const main = document.getElementById('main') as HTMLElement;
  let next = 0;
  const words = () => `Anh gọi 0912 3${String(10_000 + next++)} để hẹn buổi chiều nhé.`;
  const make = (tag: string, ...inside: (Node | string)[]): HTMLElement => {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  };
  const roots: ShadowRoot[] = [];

  const message = (): HTMLElement => {
    const kinds = [
      () => make('p', words()),
      () => make('article', words()),
      () => make('div', make('span', words()), make('b', ' Lan')),
      () => make('div', make('h4', 'Lan viết'), make('div', words())),
      () => make('ul', make('li', words()), make('li', words())),
      () => make('table', make('tr', make('td', words()), make('td', 'hôm qua'))),
      () => make('section', ...Array.from({ length: 60 + random(60) }, () => make('div', words()))),
      () => make('div', words(), document.createElement('br'), words()),
      () => {
        const host = make('div');
        const root = host.attachShadow({ mode: 'open' });
        root.append(make('p', words()));
        roots.push(root);
        return host;
      },
      () => make('details', make('summary', 'Xem'), make('p', words())),
    ];
    return any(kinds)?.() ?? make('p', words());
  };
  const places = () => [main, ...main.querySelectorAll<HTMLElement>('div:not(:empty),section,ul,article')];
  const place = () => any(places()) ?? main;
  const element = () => any(main.querySelectorAll<HTMLElement>('*'));
  const texts = (): Text[] => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    while (walker.nextNode()) all.push(walker.currentNode as Text);
    return all;
  };

  const changes: (() => void)[] = [
    () => main.append(message()),
    () => main.prepend(message()),
    () => {
      const at = element();
      if (at && !/^(?:TR|TD|LI|SUMMARY|BR)$/.test(at.tagName)) at.before(message());
    },
    () => element()?.remove(),
    () => {
      const at = element();
      const to = place();
      if (at && !at.contains(to)) to.append(at);
    },
    () => {
      const list = place();
      list.append(...[...list.children].reverse());
    },
    () => {
      const text = any(texts());
      if (text) text.data = words();
    },
    () => {
      const text = any(texts());
      if (text && text.length > 20) text.splitText(random(text.length));
    },
    () => main.normalize(),
    () => {
      const at = element();
      if (at) at.style.display = at.style.display === 'none' ? '' : 'none';
    },
    () => {
      const at = element();
      if (at) at.hidden = !at.hidden;
    },
    () => {
      const at = element();
      if (at) at.style.visibility = at.style.visibility === 'hidden' ? '' : 'hidden';
    },
    () => {
      for (const one of main.querySelectorAll<HTMLElement>('[style],[hidden]')) {
        one.hidden = false;
        one.removeAttribute('style');
      }
    },
    () => {
      // As frameworks do that draw anew: the same words in new nodes.
      const at = element();
      if (at && !at.querySelector('div:empty')) at.replaceWith(at.cloneNode(true));
    },
    () => {
      const at = any(main.querySelectorAll('details'));
      if (at) at.open = !at.open;
    },
    () => {
      const root = any(roots);
      root?.append(make('p', words()));
    },
    () => {
      const root = any(roots);
      const text = root?.querySelector('p')?.firstChild as Text | null;
      if (text) text.data = words();
    },
    () => {
      const at = element();
      if (at && /^(?:P|DIV|ARTICLE|SECTION)$/.test(at.tagName))
        at.replaceWith(make('div', at.cloneNode(true)));
    },
    () => scrollTo(0, random(document.documentElement.scrollHeight)),
    () => {
      if (main.childElementCount > 40) main.replaceChildren(...[...main.children].slice(20));
    },
  ];

  const numbers = /0912 3\d{5}/g;
  /** Texts that show, each with what it stands in. */
  function* visible(): Generator<[string, Range]> {
    const trees: Node[] = [main, ...roots.filter(({ host }) => host.isConnected)];
    for (const tree of trees) {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
      // Numbers may stand in several texts, one after the other.
      let run: Text[] = [];
      const flush = function* (): Generator<[string, Range]> {
        const said = run.map(({ data }) => data).join('');
        const all = [...said.matchAll(numbers)].map(([one]) => one);
        const [first] = run;
        const last = run.at(-1);
        run = [];
        if (!first || !last) return;
        const range = document.createRange();
        range.setStart(first, 0);
        range.setEnd(last, last.length);
        for (const one of all) yield [one, range];
      };
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        const parent = text.parentElement;
        const shows = parent ? parent.checkVisibility({ visibilityProperty: true }) : true;
        if (run.length > 0 && (run.at(-1)?.nextSibling !== text || !shows)) yield* flush();
        if (shows) run.push(text);
      }
      yield* flush();
    }
  }

  (window as unknown as DriftWindow).drift = {
    async live(count) {
      for (let left = count; left > 0;) {
        const burst = Math.min(left, 1 + random(12));
        for (let i = 0; i < burst; i++) any(changes)?.();
        left -= burst;
        await new Promise((resolve) => setTimeout(resolve, [0, 5, 20, 60, 120, 400][random(6)]));
      }
    },
    shown: () => [...new Set([...visible()].map(([one]) => one))].sort(),
    inView: () => {
      const all = [...visible()].filter(([, range]) => {
        const { top, bottom } = range.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });
      return [...new Set(all.map(([one]) => one))].sort();
    },
  };
}
