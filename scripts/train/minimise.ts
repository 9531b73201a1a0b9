/** Pairs of steps and changes of the gradient that are remembered. */
const MEMORY = 6;
const MAX_HALVINGS = 16;

/**
 * Minimises a smooth function by L-BFGS with backtracking from the zero vector. `evaluate` fills the gradient and gives
 * the value. No randomness: the same function gives the same numbers. O(steps * (size + one evaluation)).
 */
export function minimise(
  size: number,
  steps: number,
  evaluate: (at: Float64Array, gradient: Float64Array) => number,
): Float64Array {
  let at: Float64Array = new Float64Array(size);
  let gradient: Float64Array = new Float64Array(size);
  let value = evaluate(at, gradient);
  const memory: { step: Float64Array; change: Float64Array; rho: number }[] = [];
  for (let round = 0; round < steps; round++) {
    const direction = descent(gradient, memory);
    const slope = dot(gradient, direction);
    if (slope >= 0) break;
    let length = round === 0 ? Math.min(10, 1 / Math.sqrt(-slope)) : 1;
    const nextGradient = new Float64Array(size);
    let next = moved(at, direction, length);
    let nextValue = evaluate(next, nextGradient);
    for (let halving = 0; nextValue > value + 1e-4 * length * slope && halving < MAX_HALVINGS; halving++) {
      length /= 2;
      next = moved(at, direction, length);
      nextValue = evaluate(next, nextGradient);
    }
    const step = moved(next, at, -1);
    const change = moved(nextGradient, gradient, -1);
    const curvature = dot(step, change);
    if (curvature > 1e-14) memory.push({ step, change, rho: 1 / curvature });
    if (memory.length > MEMORY) memory.shift();
    const gain = value - nextValue;
    at = next;
    gradient = nextGradient;
    value = nextValue;
    if (gain < 1e-6 * Math.abs(value)) break;
  }
  return at;
}

function descent(
  gradient: Float64Array,
  memory: readonly { step: Float64Array; change: Float64Array; rho: number }[],
): Float64Array {
  let direction: Float64Array = Float64Array.from(gradient, (value) => -value);
  const alphas: number[] = [];
  for (const { step, change, rho } of [...memory].reverse()) {
    const alpha = rho * dot(step, direction);
    alphas.push(alpha);
    direction = moved(direction, change, -alpha);
  }
  const last = memory.at(-1);
  if (last) {
    const scale = dot(last.step, last.change) / dot(last.change, last.change);
    direction = direction.map((value) => value * scale);
  }
  for (const { step, change, rho } of memory)
    direction = moved(direction, step, (alphas.pop() ?? 0) - rho * dot(change, direction));
  return direction;
}

function moved(from: Float64Array, by: Float64Array, length: number): Float64Array {
  const to = new Float64Array(from.length);
  for (let index = 0; index < to.length; index++) to[index] = (from[index] ?? 0) + length * (by[index] ?? 0);
  return to;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
