/**
 * How pages look: language, colours, width. Tests of every change take two that differ in all three; `npm run test:long --
 * looks` takes each.
 */
export interface Look {
  readonly language: 'vi' | 'en';
  readonly colorScheme: 'light' | 'dark';
  readonly width: 320 | 1280;
}

export const WIDTHS = [320, 1280] as const;
/** Tests that go by looks carry it. */
export const TAG = '@looks';

const EACH: readonly Look[] = (['vi', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    WIDTHS.map((width) => ({ language, colorScheme, width })),
  ),
);

const isEach = Boolean(process.env.CANH_GIAC_EACH_LOOK);
export const LOOKS: readonly Look[] = isEach
  ? EACH
  : [
      { language: 'vi', colorScheme: 'light', width: 320 },
      { language: 'en', colorScheme: 'dark', width: 1280 },
    ];

/** For the nth of many screens: one of the two by turns, or each. */
export function looksOf(nth: number): readonly Look[] {
  return isEach ? EACH : LOOKS.filter((_, at) => at === nth % LOOKS.length);
}

/** The same in words, for titles and the names of pictures. */
export function lookName({ language, colorScheme, width }: Look): string {
  return `${language}-${colorScheme}-${String(width)}`;
}
