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

export default defineBackground({
  type: 'module',
  main() {
    serve(createHandlers());
    startFeeds();
    browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
      if (previousVersion !== undefined) void noteUpdate(previousVersion);
      void syncAllowedSites().then(reviveTabs);
      void writeMenus();
    });
    browser.contextMenus.onClicked.addListener(lookUpPressed);
    // Never waited for: a fresh profile takes seconds to tell its policy.
    void readSettingsPolicy().then((changed) => changed && void writeMenus());
    browser.storage.managed.onChanged.addListener(() => void readSettingsPolicy());
    browser.runtime.onStartup.addListener(() => void syncAllowedSites());
    browser.permissions.onAdded.addListener(() => {
      void syncAllowedSites().then(reviveTabs);
    });
    browser.permissions.onRemoved.addListener(() => void syncAllowedSites());
    browser.commands.onCommand.addListener((command, tab) => {
      const orPopup = (done: Promise<boolean>) =>
        void done.then((is) => (is ? undefined : showPopup(tab?.id)));
      if (command === 'open-card' && tab?.id !== undefined) orPopup(openMostSerious(tab.id));
      if (command === 'look-up') lookUpSelection(tab);
      if (command === 'save-evidence') orPopup(saveSelection(tab));
    });
  },
});
