/** Numbers in [0, 1) from a seed, the same for the same seed everywhere (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** One of the items. @throws RangeError for an empty list */
export function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/**
 * Takes one way of each `[a|b|c]` of a pattern; choices may stand in choices. O(length of the pattern).
 * @throws SyntaxError where a bracket does not close
 */
export function choose(pattern: string, random: () => number): string {
  let at = 0;
  return sequence(false);

  function sequence(inChoice: boolean): string {
    let out = '';
    while (at < pattern.length) {
      const char = pattern[at] ?? '';
      if (inChoice && (char === '|' || char === ']')) return out;
      at++;
      out += char === '[' ? choice() : char;
    }
    if (inChoice) throw new SyntaxError(`open choice in: ${pattern}`);
    return out;
  }

  function choice(): string {
    const ways: string[] = [];
    for (;;) {
      ways.push(sequence(true));
      if (pattern[at++] === ']') return pick(ways, random);
    }
  }
}
