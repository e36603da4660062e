import { callAgain, type RecogniseRule } from '../platform/messages.ts';

/**
 * All that runs on a console's page before anybody asked for help: one message, and where the address alone
 * does not tell, one look at the words on the page, once more when the page has finished loading. No observer.
 */
export async function watch(): Promise<void> {
  if (window.top !== window) return;
  const { rules } = await callAgain('page/hello', { title: document.title });
  if (rules.length === 0 || (await recognise(rules))) return;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await recognise(rules);
}

async function recognise(rules: RecogniseRule[]): Promise<boolean> {
  const text = document.body?.innerText.slice(0, 20_000) ?? '';
  const rule = rules.find(
    ({ title, text: words }) =>
      (title.length === 0 || title.some((word) => document.title.includes(word))) &&
      words.every((word) => text.includes(word)),
  );
  if (rule) await callAgain('page/recognised', { console: rule.console });
  return rule !== undefined;
}
