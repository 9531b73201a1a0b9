import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../lib/message-server';
import { createHandlers } from './handlers';
import { noteUpdate } from './changes';
import { startFeeds } from './feeds';
import { openMostSerious, reviveTabs } from './frames';
import { lookUpPressed, lookUpSelection, saveSelection, writeMenus } from './look-up';
import { readSettingsPolicy } from './settings';
import { syncAllowedSites } from './sites';
import { showPopup } from './toolbar';
import { answered, noted } from './troubles';

export default defineBackground({
  type: 'module',
  main() {
    serve(createHandlers());
    startFeeds();
    browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
      if (reason === 'install')
        noted('welcome', browser.tabs.create({ url: browser.runtime.getURL('welcome.html') }));
      if (previousVersion !== undefined) noted('welcome', noteUpdate(previousVersion));
      noted('sites', syncAllowedSites().then(reviveTabs));
      noted('menus', writeMenus());
    });
    browser.contextMenus.onClicked.addListener(lookUpPressed);
    // Never waited for: a fresh profile takes seconds to tell its policy.
    noted(
      'menus',
      readSettingsPolicy().then((changed) => (changed ? writeMenus() : undefined)),
    );
    browser.storage.managed.onChanged.addListener(() => noted('policy', readSettingsPolicy()));
    browser.runtime.onStartup.addListener(() => noted('sites', syncAllowedSites()));
    browser.permissions.onAdded.addListener(() => noted('sites', syncAllowedSites().then(reviveTabs)));
    browser.permissions.onRemoved.addListener(() => noted('sites', syncAllowedSites()));
    browser.commands.onCommand.addListener((command, tab) => {
      const popup = () => showPopup(tab?.id);
      const orPopup = (done: Promise<boolean>) => done.then((is) => (is ? undefined : popup()));
      if (command === 'open-card' && tab?.id !== undefined)
        answered('open-card', orPopup(openMostSerious(tab.id)), popup);
      if (command === 'look-up') lookUpSelection(tab);
      if (command === 'save-evidence') answered('save-evidence', orPopup(saveSelection(tab)), popup);
    });
  },
});
