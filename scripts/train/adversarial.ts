/**
 * Prints what the judge hears where messages of the corpus are disguised, and writes docs/adversarial.md.
 *
 * usage: tsx scripts/train/adversarial.ts [--dry] [--file written/held-u6.jsonl]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compilePack } from '../../lib/phrasing/compile';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { adversarialFigures } from './adversarial-figures';
import { readRows } from './corpus';
import { share, shown } from './figures';

const { values } = parseArgs({
  options: {
    dry: { type: 'boolean', default: false },
    file: { type: 'string', default: 'messages-dev.jsonl' },
  },
});
const source: unknown = JSON.parse(
  readFileSync(new URL('../../public/feed/phrase-pack.json', import.meta.url), 'utf8'),
);
const pack = compilePack(parsePhrasePack(source));
const lines = adversarialFigures(readRows(values.file), pack).map((one) => [
  one.trick,
  shown(share(one.scamDanger, one.scams)),
  shown(share(one.scamAny, one.scams)),
  shown(share(one.warningDanger, one.warnings)),
  shown(share(one.benignDanger, one.benign)),
]);
const head = ['trick', 'scam: danger', 'scam: caution or danger', 'warning: danger', 'ordinary: danger'];
const text = `# Disguised messages

Written by \`npx tsx scripts/train/adversarial.ts\`; do not edit. The messages of \`tests/corpus/${values.file}\`, changed by
code (\`scripts/train/tricks.ts\`). Shares with 95% Wilson intervals. Training holds variants of its own messages that were
disguised by the same code; the preamble and the two sentences behind are not among them.

${[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;
console.log(text);
if (!values.dry) writeFileSync(new URL('../../docs/adversarial.md', import.meta.url), text);
