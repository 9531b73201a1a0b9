import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../lib/message-server';
import { createHandlers } from './handlers';
import { startFeeds } from './feeds';
import { openMostSerious, reviveTabs } from './frames';
import { syncAllowedSites } from './sites';

export default defineBackground({
  type: 'module',
  main() {
    serve(createHandlers());
    startFeeds();
    browser.runtime.onInstalled.addListener(() => {
      void syncAllowedSites().then(reviveTabs);
    });
    browser.runtime.onStartup.addListener(() => void syncAllowedSites());
    browser.permissions.onAdded.addListener(() => {
      void syncAllowedSites().then(reviveTabs);
    });
    browser.permissions.onRemoved.addListener(() => void syncAllowedSites());
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'open-card' && tab?.id !== undefined) void openMostSerious(tab.id);
    });
  },
});
