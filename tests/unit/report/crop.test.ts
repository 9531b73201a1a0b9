import fc from 'fast-check';
import { expect, test } from 'vitest';
import { between, moveEdge, WHOLE, type CropEdges } from '../../../lib/report/crop';

const valid = ({ left, top, right, bottom }: CropEdges) =>
  left >= 0 && top >= 0 && right <= 100 && bottom <= 100 && right - left >= 1.99 && bottom - top >= 1.99;
const anywhere = fc.double({ min: -500, max: 500, noNaN: true });

test('however edges are moved or corners dragged, a part of the picture is left', () => {
  const edge = fc.constantFrom('left' as const, 'top' as const, 'right' as const, 'bottom' as const);
  fc.assert(
    fc.property(fc.array(fc.tuple(edge, anywhere)), (moves) => {
      expect(valid(moves.reduce((edges, [name, to]) => moveEdge(edges, name, to), WHOLE))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(anywhere, anywhere, anywhere, anywhere, (ax, ay, bx, by) => {
      expect(valid(between({ x: ax, y: ay }, { x: bx, y: by }))).toBe(true);
    }),
  );
});
