/** A publication that is given up half-way, and a colleague's that passes over the versions of its files, as the console does. */
import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { proposalFile, readProposal } from '../../../lib/lists/publish/proposal-file';
import { raised } from '../../../lib/lists/publish/raise';
import type { FeedFolder } from '../../../scripts/feed/folder';
import { signersIn } from '../../../scripts/feed/keys';
import { signDraft, signReceived } from '../../../scripts/feed/publishing';
import { editDirectory, type Directory } from './administrators';
import { keysOf } from './publisher';

/** An upload breaks off before the timestamp: the server has all of a version, and nobody is led to it. */
export function giveUpInto(server: FeedFolder, version: number, from: FeedFolder): void {
  const name = (role: string) => join('public/metadata', `${String(version)}.${role}.json`);
  for (const role of ['targets', 'snapshot'])
    copyFileSync(join(from.path, name(role)), join(server.path, name(role)));
  cpSync(join(from.path, 'public/targets'), join(server.path, 'public/targets'), { recursive: true });
}

/** Publishes the draft under versions from `least` on. */
export async function passOverIn(folder: FeedFolder, least: number): Promise<void> {
  await signDraft(folder, []);
  const proposal = readProposal(folder.disk.read('proposal.json'));
  const file = proposalFile(await raised(proposal, { targets: least, snapshot: least }));
  const signing = await signReceived(folder, file, await signersIn(keysOf(folder)));
  expect(signing).toMatchObject({ missing: undefined });
}

/** Writes what a call of a hotline costs. */
export const cost = (folder: FeedFolder, text: string, at = 0) =>
  editDirectory(folder, ({ hotlines }) =>
    Object.assign(hotlines[at] ?? {}, { cost: { vi: text, en: text } }),
  );

export const costOf = (folder: FeedFolder, at = 0) =>
  (folder.draft().directory as Directory).hotlines[at]?.cost?.vi;
