/** Every screen as a screen reader has it, in Vietnamese and English: names, roles, headings, and what is read out. */

import { STATIONS } from '../../scripts/screens/stations';
import { accessibilityTree, announced, markLiveRegions, treeFaults } from './support/accessibility-tree';
import { expect, test, type Page } from '@playwright/test';
import { oneBrowser } from './support/one-browser';
import { SCAM } from './support/messages';

const one = oneBrowser();
const LANGUAGES = ['vi', 'en'] as const;
type Words = Readonly<Record<(typeof LANGUAGES)[number], RegExp>>;

/** What must be found on a screen of `STATIONS`: its role and how it is called. */
const PARTS: Readonly<Record<string, readonly [role: string, name: Words][]>> = {
  popup: [
    ['textbox', { vi: /^Tra một số hoặc dán lời nhắn$/, en: /^Look up a number or paste a message$/ }],
    ['button', { vi: /^Tùy chọn$/, en: /^Options$/ }],
    ['link', { vi: /113/, en: /113/ }],
  ],
  'side panel': [
    ['textbox', { vi: /^Tra một số hoặc dán lời nhắn$/, en: /^Look up a number or paste a message$/ }],
  ],
  'popup, a message pasted': [
    ['button', { vi: /^Bình tĩnh/, en: /^Stay calm/ }],
    ['button', { vi: /^Lưu làm chứng cứ$/, en: /^Save as evidence$/ }],
  ],
  'six questions': [
    ['button', { vi: /^Có$/, en: /^Yes$/ }],
    ['button', { vi: /^Không$/, en: /^No$/ }],
  ],
  calm: [
    ['heading', { vi: /^Bình tĩnh$/, en: /^Stay calm$/ }],
    ['link', { vi: /113/, en: /113/ }],
    ['image', { vi: /113/, en: /113/ }],
  ],
  notice: [['button', { vi: /^In trang này$/, en: /^Print this page$/ }]],
  options: [
    ['region', { vi: /^Trang được kiểm tra$/, en: /^Sites that are checked$/ }],
    ['radio', { vi: /^Tiếng Việt$/, en: /^Tiếng Việt$|^Vietnamese$/ }],
  ],
  welcome: [['button', { vi: /^Tiếp$/, en: /^Next$/ }]],
  quiz: [['group', { vi: /^Theo bạn, đây là gì\?$/, en: /^What do you think this is\?$/ }]],
  'evidence, none kept': [['heading', { vi: /Chứng cứ/, en: /Evidence/i }]],
  'practice mail, card': [['group', { vi: /^Chọn nơi để luyện$/, en: /^Choose a place to practise$/ }]],
};

async function choose(language: (typeof LANGUAGES)[number]): Promise<void> {
  const page = await one.open('popup.html');
  await page.locator(`button[lang="${language}"]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await page.close();
}

for (const language of LANGUAGES) {
  test(`names, roles and headings of every screen: ${language}`, async () => {
    await choose(language);
    for (const { name, path, prepare } of STATIONS) {
      const page = await one.open(path);
      await page.locator('h1').first().waitFor();
      await prepare?.(page);
      const parts = PARTS[name] ?? [];
      // Some come a moment after the title.
      await expect
        .poll(async () => {
          const tree = await accessibilityTree(page);
          const has = ([role, words]: (typeof parts)[number]) =>
            tree.some((node) => node.role === role && words[language].test(node.name));
          return parts
            .filter((part) => !has(part))
            .map(([role, words]) => `${role} ${words[language].source}`);
        }, name)
        .toEqual([]);
      expect(treeFaults(await accessibilityTree(page)), name).toEqual([]);
      await page.close();
    }
  });
}

/** What a person does on a page, and the words that are then read out to them. */
const CHANGES: readonly {
  readonly path: string;
  readonly act: (page: Page) => Promise<void>;
  readonly words: Words;
}[] = [
  {
    path: 'popup.html',
    act: (page) => page.locator('textarea').fill(SCAM),
    words: { vi: /Nguy hiểm/, en: /Danger/ },
  },
  {
    path: 'sidepanel.html',
    act: (page) => page.locator('textarea').fill('0833 109 259'),
    words: { vi: /Từng bị phản ánh/, en: /Reported/ },
  },
  {
    path: 'popup.html#calm',
    act: (page) => page.locator('.calm-report .button').last().click(),
    words: { vi: /Đã chép\./, en: /Copied\./ },
  },
  {
    path: 'options.html',
    act: async (page) => {
      await page.locator('#watched-sites form input').fill('không phải địa chỉ');
      await page.locator('#watched-sites form .button').click();
    },
    words: { vi: /địa chỉ/, en: /address/ },
  },
  {
    path: 'quiz.html',
    act: (page) => page.locator('.actions[role=group] .button').first().click(),
    words: { vi: /Đúng|Chưa đúng/, en: /Right|Not quite|Wrong/ },
  },
  {
    path: 'popup.html',
    act: (page) => page.evaluate(() => void Promise.reject(new Error('planted'))),
    words: { vi: /lỗi ngoài dự tính/, en: /unexpected fault/ },
  },
];

/** What a person opens or steps to, and the heading that then has the focus: a screen reader goes on from there. */
const STEPS: readonly { readonly path: string; readonly act: (page: Page) => Promise<void> }[] = [
  { path: 'welcome.html', act: (page) => page.locator('.actions .button').first().click() },
  {
    path: 'quiz.html',
    act: async (page) => {
      await page.locator('.actions[role=group] .button').first().click();
      await page.locator('section > .button.primary').click();
    },
  },
  { path: 'popup.html#call', act: (page) => page.locator('.call-answers .button').first().click() },
  { path: 'popup.html#calm', act: () => Promise.resolve() },
];

for (const language of LANGUAGES) {
  test(`a change of state is read out, a step takes the focus along: ${language}`, async () => {
    await choose(language);
    await one.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const { path, act, words } of CHANGES) {
      const page = await one.open(path);
      await page.locator('textarea, .calm-report .button, #data, .quiz-message').first().waitFor();
      await markLiveRegions(page);
      expect(await announced(page), path).not.toMatch(words[language]);
      await act(page);
      await expect.poll(() => announced(page), { message: path }).toMatch(words[language]);
      await page.close();
    }
    for (const { path, act } of STEPS) {
      const page = await one.open(path);
      await page.locator('.button').first().waitFor();
      await act(page);
      await expect(page.locator(':focus'), path).toHaveRole('heading');
      await page.close();
    }
  });
}

test('what would be seen: a nameless button, a skipped heading, a second title, words outside of any live region', async () => {
  await choose('vi');
  const page = await one.open('quiz.html');
  await page.locator('.quiz-message').waitFor();
  await page.evaluate(() => {
    const add = (tag: string, text: string) => {
      const element = document.createElement(tag);
      element.textContent = text;
      document.querySelector('main')?.append(element);
    };
    add('button', '');
    add('h5', 'Quá sâu');
    add('h1', 'Hai tên');
  });
  expect(treeFaults(await accessibilityTree(page))).toEqual([
    'button without a name',
    '2 of title',
    'heading "Quá sâu" of level 5 after one of 2',
  ]);
  await markLiveRegions(page);
  await page.evaluate(() => document.querySelector('main')?.append('Nói suông'));
  expect(await announced(page)).not.toContain('Nói suông');
  await page.close();
});
