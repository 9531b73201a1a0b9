/** Frames without an address of their own: which site they belong to is the browser's word, not that of the mail in them. */
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { ask } from './support/ask';
import { EDITION_BUILD, expect, test, type OpenPage } from './support/extension';
import { SCAM } from './support/messages';
import { CARD } from './support/on-page';
import { unitsSeen } from './support/read-units';

test.use({ launchWith: { extension: EDITION_BUILD } });

const GMAIL = 'https://mail.google.com/mail';
const FORUM = 'https://forum.fixture.example/mail';
const ADDRESS = 'giamdoc@thuviettu.example';

/** A mail as Gmail shows it, which says that its links, and so it itself, belong elsewhere. */
const mailOf = (base: string) => `<base href="${base}">
  <div data-message-id="1">
    <table><tr><td class="gF"><span email="${ADDRESS}">Giám đốc Sở</span></td></tr></table>
    <div class="ii gt"><div class="a3s" data-u="scam">${SCAM}</div></div>
  </div>`;

type Open = (url: string) => Promise<OpenPage>;

/** A page of this address with the mail in a frame; `sandbox` as the frame's attribute. */
async function openMail(open: Open, url: string, inside: string, sandbox = ''): Promise<OpenPage> {
  const opened = await open('https://forum.fixture.example/plain');
  const body = `<!doctype html><meta charset="utf-8" /><p>Hộp thư</p>
    <iframe title="A" ${sandbox} srcdoc='${inside}'></iframe>`;
  await opened.page.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
  await opened.page.goto(url);
  return opened;
}

const senders = async (world: ExtensionWorld) =>
  (await unitsSeen(world)).map(({ id, level, sender }) => `${id} ${level} ${sender.address ?? 'nobody'}`);

for (const sandbox of ['', 'sandbox="allow-same-origin"']) {
  const kind = sandbox || 'no sandbox';
  test(`a mail in a frame (${kind}) does not take its site's selectors away`, async ({ open }) => {
    const { world } = await openMail(open, GMAIL, mailOf('https://other.fixture.example/'), sandbox);
    await expect.poll(() => senders(world)).toEqual([`scam danger ${ADDRESS}`]);
  });

  test(`a mail in a frame (${kind}) does not borrow another site's selectors`, async ({ open }) => {
    const { world } = await openMail(open, FORUM, mailOf(GMAIL), sandbox);
    await expect.poll(() => senders(world)).toEqual([`scam danger nobody`]);
  });
}

async function switchOff(extension: LaunchedBrowser, host: string): Promise<void> {
  const own = await extension.context.newPage();
  await own.goto(`chrome-extension://${extension.extensionId}/notice.html`);
  await ask(own, 'settings', { site: { host, on: false } });
  await own.close();
}

for (const sandbox of ['', 'sandbox'])
  test(`a mail in a frame (${sandbox || 'no sandbox'}) that names a site that is switched off is read all the same`, async ({
    open,
    extension,
  }) => {
    await switchOff(extension, 'mail.google.com');
    const { world } = await openMail(open, FORUM, mailOf(GMAIL), sandbox);
    await world.waitFor(CARD);
  });

test('a mail in a frame of a site that is switched off is left alone, whatever site it names', async ({
  open,
  extension,
}) => {
  await switchOff(extension, 'mail.google.com');
  const { world } = await openMail(open, GMAIL, mailOf('https://forum.fixture.example/'));
  // Both frames have asked and ended.
  const ended = () =>
    world.everywhere<boolean>(`Boolean(globalThis[Symbol.for('canh-giac.session')]?.signal.aborted)`);
  await expect.poll(ended).toEqual([true, true]);
});

test('a mail in a frame that is marked as harmless stays hidden', async ({ open, extension }) => {
  const { page, world } = await openMail(open, FORUM, SCAM);
  await expect.poll(() => senders(world)).toHaveLength(1);
  const own = await extension.context.newPage();
  await own.goto(`chrome-extension://${extension.extensionId}/notice.html`);
  const tabId = await own.evaluate<number>(`chrome.tabs.query({ url: '${FORUM}' }).then(([{ id }]) => id)`);
  const findings = await ask(own, 'page-findings', { tabId });
  const frames = findings.state === 'watched' ? findings.frames : [];
  const found = frames.flatMap(({ frameId, report }) =>
    report.units.map(({ id }) => ({ frameId, unitId: id })),
  );
  expect(found).toHaveLength(1);
  for (const place of found) await ask(own, 'mark-unit', { tabId, ...place, kind: 'not-scam' });
  await page.bringToFront();
  await page.reload();
  const hidden = () =>
    world.everywhere<boolean[]>(
      `[...(globalThis[Symbol.for('canh-giac.session')]?.units.values() ?? [])].map((unit) => unit.hidden)`,
    );
  await expect.poll(async () => (await hidden()).flat()).toEqual([true]);
});
