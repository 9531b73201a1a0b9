import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changedVerdicts, judgeBy, readCorpus } from '../../../lib/admin/packs/compare';
import { addedPhrases, addPhrase, removePhrase } from '../../../lib/admin/packs/edit';
import { parseDirectory } from '../../../lib/lists/schema-directory';
import { parsePhrasePack, type PhrasePack } from '../../../lib/phrasing/pack-schema';

const read = (name: string): unknown => JSON.parse(readFileSync(`public/feed/${name}.json`, 'utf8'));
const directory = parseDirectory(read('directory'));
const pack = parsePhrasePack(read('phrase-pack'));

describe('phrase pack', () => {
  const packOf = (result: ReturnType<typeof addPhrase>): PhrasePack => {
    if ('problem' in result) throw new Error(result.problem);
    return result.pack;
  };
  const id = pack.concepts[0]?.id ?? '';

  it('takes a phrase and gives it back', () => {
    const edited = packOf(addPhrase(pack, id, '  Tổ  công tác Kim Tinh '));
    expect(addedPhrases(pack, edited, id)).toEqual(['tổ công tác kim tinh']);
    expect(edited.version).toBe(pack.version + 1);
    expect(packOf(removePhrase(edited, id, 'tổ công tác kim tinh')).concepts).toEqual(pack.concepts);
  });

  it('refuses signs of the pattern language and what is there already', () => {
    expect(addPhrase(pack, id, 'a|b')).toEqual({ problem: 'words' });
    const edited = packOf(addPhrase(pack, id, 'tổ công tác kim tinh'));
    expect(addPhrase(edited, id, 'Tổ công tác Kim Tinh')).toEqual({ problem: 'twice' });
  });

  it('changes nothing for messages that do not say the phrase: the weights of hints stay with their hints', () => {
    const concept = pack.concepts.find((one) => one.id === 'demand-pay');
    expect(concept?.hints?.length).toBeGreaterThan(0);
    const edited = packOf(
      addPhrase(packOf(addPhrase(pack, 'demand-pay', 'lời thử một')), 'demand-pay', 'lời thử hai'),
    );
    // Messages whose levels changed while the weights stood still.
    const those = ['a52', 'a105', 'a165', 'a185'];
    const corpus = readCorpus(readFileSync('tests/corpus/messages-dev.jsonl', 'utf8'));
    const scores = (by: PhrasePack) => {
      const judge = judgeBy(by, directory, '2026-12-01');
      return corpus.filter(({ id }) => those.includes(id)).map(({ text }) => judge(text).score);
    };
    expect(scores(edited)).toEqual(scores(pack));
    expect(scores(pack)).toHaveLength(those.length);
    const back = packOf(removePhrase(edited, 'demand-pay', 'lời thử một'));
    expect(packOf(removePhrase(back, 'demand-pay', 'lời thử hai'))).toEqual({
      ...pack,
      version: edited.version,
    });
  });

  it('shows which verdicts of a corpus change', () => {
    const judge = judgeBy(pack, directory, '2026-12-01');
    const quiet = () => ({ ...judge('xin chào'), level: 'none' as const });
    const messages = readCorpus(
      '{"id":"1","text":"Chiều nay họp lúc 14h"}\nkhông phải JSON\n{"id":"2","text":"Tôi là cán bộ công an, chuyển tiền bảo lãnh ngay, không nói với ai"}',
    );
    expect(messages).toHaveLength(2);
    expect(changedVerdicts(messages, judge, judge)).toEqual([]);
    expect(changedVerdicts(messages, judge, quiet).map(({ message }) => message.id)).toEqual(['2']);
  });
});
