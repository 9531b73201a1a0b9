/** Faults of the extension in Firefox, its background among them: WebDriver BiDi tells nothing of an extension's pages. */
import type { Browser } from 'puppeteer-core';
import { bidi } from './firefox';

/** Runs in the browser's own window, whose console has them. */
const READ = `JSON.stringify(Services.console.getMessageArray().flatMap((message) => {
  if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return [];
  const { sourceName, errorMessage } = message;
  // A page that was closed before it had its answer: the popup closes itself.
  if (/^Promise (?:rejected|resolved) after context unloaded/.test(errorMessage)) return [];
  return sourceName.startsWith('moz-extension://') ? [sourceName + ': ' + errorMessage] : [];
}))`;

/** Everything that was thrown, or rejected and caught by nobody, since the browser started. */
export async function extensionFaults(browser: Browser): Promise<readonly string[]> {
  const { result: tree } = (await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    result: { contexts: { context: string }[] };
  };
  const { result: answer } = (await bidi(browser, 'script.evaluate', {
    target: { context: tree.contexts[0]?.context },
    awaitPromise: false,
    expression: READ,
  })) as { result: { result: { value: string } } };
  return JSON.parse(answer.result.value) as string[];
}
