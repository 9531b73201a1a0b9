/** Part of a picture, in percent of its width and height: `left < right`, `top < bottom`. */
export interface CropEdges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const WHOLE: CropEdges = { left: 0, top: 0, right: 100, bottom: 100 };
/** Smallest part, in percent. */
const LEAST = 2;

/** Moves one edge; it stays inside the picture and short of the edge across. Pure. */
export function moveEdge(edges: CropEdges, edge: keyof CropEdges, to: number): CropEdges {
  const { left, top, right, bottom } = edges;
  const limits = {
    left: [0, right - LEAST],
    top: [0, bottom - LEAST],
    right: [left + LEAST, 100],
    bottom: [top + LEAST, 100],
  }[edge];
  const [low = 0, high = 100] = limits;
  return { ...edges, [edge]: Math.min(Math.max(to, low), high) };
}

/** The part between two corners, in any order. Pure. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }): CropEdges {
  const clamp = (value: number) => Math.min(Math.max(value, 0), 100);
  const [left, right] = [clamp(Math.min(a.x, b.x)), clamp(Math.max(a.x, b.x))];
  const [top, bottom] = [clamp(Math.min(a.y, b.y)), clamp(Math.max(a.y, b.y))];
  return {
    left: Math.min(left, 100 - LEAST),
    top: Math.min(top, 100 - LEAST),
    right: Math.max(right, Math.min(left, 100 - LEAST) + LEAST),
    bottom: Math.max(bottom, Math.min(top, 100 - LEAST) + LEAST),
  };
}

/** Cuts the part out of a picture, as PNG. What lies outside is not in the result in any form. */
export async function cropPicture(address: string, edges: CropEdges): Promise<Blob> {
  const whole = await createImageBitmap(await (await fetch(address)).blob());
  const x = Math.round((edges.left / 100) * whole.width);
  const y = Math.round((edges.top / 100) * whole.height);
  const width = Math.max(1, Math.round((edges.right / 100) * whole.width) - x);
  const height = Math.max(1, Math.round((edges.bottom / 100) * whole.height) - y);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(whole, x, y, width, height, 0, 0, width, height);
  whole.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
