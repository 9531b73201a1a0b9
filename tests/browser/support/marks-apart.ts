/** A page with our four marks and text without any, and how far their pictures differ: for each browser the same. */

export const MARKS = ['number', 'reported', 'caution', 'danger'];
/** The texts of the page: one with each mark, one without any. */
export const TEXTS = ['none', ...MARKS];
/** Pixels of a line that is 200 px long: what an eye tells apart, far more than a cut edge. */
export const SEEN = 130;

/** The page; `sheet`: our style sheet of marks. */
export function marksPage(sheet: string): string {
  return `<style>${sheet} html { color-scheme: light dark } body { font: 20px sans-serif }</style>
    ${TEXTS.map((id) => `<p>Gọi <span id="${id}">02923 811502 chuyển tiền</span> nhé.</p>`).join('')}`;
}

/** Marks each text. Runs in the page. */
export function paintMarks(marks: readonly string[]): void {
  for (const mark of marks) {
    const range = new Range();
    range.selectNodeContents(document.querySelector(`#${mark}`) ?? document.body);
    CSS.highlights.set(`canh-giac-${mark}`, new Highlight(range));
  }
}

/** Pixels that differ between each two pictures (PNG, base64). Runs in a page. */
export async function pixelsApart(pictures: readonly string[]): Promise<number[]> {
  const pixels = await Promise.all(
    pictures.map(async (picture) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      return canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    }),
  );
  const other = (a: Uint8ClampedArray, b: Uint8ClampedArray) => {
    let count = 0;
    const apart = (i: number) => Math.abs((a[i] ?? 0) - (b[i] ?? 0));
    for (let i = 0; i < a.length; i += 4) if (apart(i) + apart(i + 1) + apart(i + 2) > 180) count++;
    return count;
  };
  return pixels.flatMap((a, i) => pixels.slice(i + 1).map((b) => other(a, b)));
}
