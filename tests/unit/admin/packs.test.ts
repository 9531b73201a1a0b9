import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changedVerdicts, judgeBy, readCorpus } from '../../../lib/admin/packs/compare';
import { addedPhrases, addPhrase, changePhrase, removePhrase } from '../../../lib/admin/packs/edit';
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
    const none = packOf(removePhrase(back, 'demand-pay', 'lời thử hai'));
    expect(none).toEqual({ ...pack, version: edited.version + 2 });
  });

  it('takes a published phrase out: its weight goes, those of the phrases and hints behind it go on with them', () => {
    const concept = pack.concepts.find((one) => one.id === 'demand-pay');
    const [first = '', second = ''] = concept?.patterns ?? [];
    const weights = ({ judge }: PhrasePack) =>
      Object.entries({ ...judge.scam }).filter(([name]) => name.startsWith('demand-pay#'));
    const weightAt = (of: PhrasePack, at: number) => of.judge.scam[`demand-pay#${String(at)}`];
    const edited = packOf(removePhrase(pack, 'demand-pay', first));
    expect(edited.concepts.find((one) => one.id === 'demand-pay')?.patterns[0]).toBe(second);
    expect(addedPhrases(edited, pack, 'demand-pay')).toEqual([first]);
    const before = weights(pack).filter(([name]) => name !== 'demand-pay#0');
    expect(weights(edited).map(([, weight]) => weight)).toEqual(before.map(([, weight]) => weight));
    for (let at = 1; at < 12; at++) expect(weightAt(edited, at - 1)).toBe(weightAt(pack, at));
  });

  it('changes a phrase in its place, with its weight; signs of the pattern language only where they were', () => {
    const concept = pack.concepts.find((one) => one.id === 'demand-pay');
    const patterns = concept?.patterns ?? [];
    const [signed = ''] = patterns.filter((one) => one.includes('|'));
    const [plain = ''] = patterns.filter((one) => /^[\p{L} ]+$/u.test(one));
    const edited = packOf(changePhrase(pack, 'demand-pay', plain, '  Nộp  lệ phí Kim Tinh'));
    expect(edited.concepts.find((one) => one.id === 'demand-pay')?.patterns).toEqual(
      patterns.with(patterns.indexOf(plain), 'nộp lệ phí kim tinh'),
    );
    expect(edited.judge).toEqual(pack.judge);
    expect(changePhrase(pack, 'demand-pay', plain, 'a|b')).toEqual({ problem: 'words' });
    expect(changePhrase(pack, 'demand-pay', plain, signed)).toMatchObject({ problem: 'words' });
    expect(changePhrase(pack, 'demand-pay', signed, plain)).toEqual({ problem: 'twice' });
    expect(changePhrase(pack, 'demand-pay', signed, `${signed} ..99 x`)).toEqual({ problem: 'pack' });
    expect(changePhrase(pack, 'demand-pay', plain, plain)).toEqual({ pack });
  });

  it('keeps the last phrase of a concept, and phrases that its examples or the texts of browsers need', () => {
    const alone = pack.concepts.find((one) => one.patterns.length === 1);
    expect(removePhrase(pack, alone?.id ?? '', alone?.patterns[0] ?? '')).toEqual({ problem: 'last' });
    const example = 'Đây là Sở TT&TT thành phố';
    const gone = pack.concepts.find(({ examples }) => examples.includes(example));
    expect(removePhrase(pack, gone?.id ?? '', gone?.patterns[0] ?? '')).toMatchObject({ problem: 'example' });
    // Browsers try each pack on ordinary words too; this one gives alarm by one concept alone.
    const thresholds = { ...pack.judge.thresholds, caution: 0, alone: 0 };
    const touchy = { ...pack, judge: { ...pack.judge, thresholds } };
    const problem = addPhrase(touchy, 'demand-otp', 'mẹ nấu cơm');
    expect('problem' in problem && problem).toEqual({
      problem: 'canary',
      what: expect.stringContaining('Mẹ ơi con về muộn') as string,
    });
  });

  it('lets a pack that has lost an example already be edited further', () => {
    const concepts = pack.concepts.map((one) =>
      one.id === id ? { ...one, examples: ['Chào buổi sáng'] } : one,
    );
    const lost = { ...pack, concepts };
    expect(addPhrase(lost, id, 'tổ công tác kim tinh')).toHaveProperty('pack');
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
