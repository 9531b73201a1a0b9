import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Unit, UnitLink } from '../../lib/analysis/types';

const NOT_READ = new Set(['script', 'style', 'noscript', 'template', 'head', 'textarea', 'select', 'svg']);
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** The text of a page as it is read, a line a block, and its links. Linear; nested elements need no recursion. */
export function readHtml(html: string): Unit {
  const pieces: string[] = [];
  const links: UnitLink[] = [];
  const stack: (Tree.Node | string)[] = [parse(html)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') pieces.push(node);
    else if (node.nodeName === '#text') pieces.push((node as Tree.TextNode).value.replace(/\s+/g, ' '));
    else if ('childNodes' in node && !NOT_READ.has(node.nodeName)) {
      if (node.nodeName === 'a') addLink(node, links);
      const block = BLOCKS.has(node.nodeName);
      if (block) stack.push('\n');
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i];
        if (child) stack.push(child);
      }
      if (block) pieces.push('\n');
    }
  }
  const text = pieces
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
  return { text, ...(links.length > 0 && { links }) };
}

function addLink(anchor: Tree.Element, links: UnitLink[]): void {
  const href = anchor.attrs.find(({ name }) => name === 'href')?.value;
  if (href === undefined) return;
  const text = anchor.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  links.push({ text: text.trim(), href });
}
