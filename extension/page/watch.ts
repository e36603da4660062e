import { callAgain, type GuideSigns, onNotice, type RecogniseRule } from '../platform/messages.ts';

/** How long a console that builds itself late is given before it is looked at once more, milliseconds. */
const LATE = 1_500;
const MOST_TEXT = 60_000;

/**
 * All that runs on a console's page before anybody asked for help: what console it is, where the address alone does
 * not tell, and which guides can start here, both by the words on the page. It looks when the page has loaded, when it
 * went elsewhere without loading, and when somebody opens the toolbar. No observer, no timer at rest.
 */
export async function watch(): Promise<void> {
  if (window.top !== window) return;
  const stop = alone();
  let { rules, guides } = await callAgain('page/hello', { title: document.title });
  let told: string | null = null;

  const look = async (): Promise<void> => {
    if (rules.length > 0) {
      const rule = recognised(rules);
      if (!rule) return;
      ({ guides } = await callAgain('page/recognised', { console: rule.console }));
      rules = [];
    }
    if (guides.length === 0) return;
    const startable = startableHere(guides);
    if (startable.join() === told) return;
    told = startable.join();
    await callAgain('page/guides', { startable });
  };
  /** An extension that was updated under us does not answer any more. */
  const tryLook = () => void look().catch(() => stop.abort());

  onNotice(({ notice }) => notice === 'look' && tryLook(), stop.signal);
  // Not in every browser yet; without it the toolbar's own look is enough.
  const { navigation } = globalThis as { navigation?: EventTarget };
  const late = () => setTimeout(() => stop.signal.aborted || tryLook(), LATE);
  navigation?.addEventListener('currententrychange', late, { signal: stop.signal });
  tryLook();
  late();
}

/** The script may come into a page a second time, when the site was only now granted. */
function alone(): AbortController {
  const page = globalThis as { [WATCHING]?: AbortController };
  page[WATCHING]?.abort();
  const stop = new AbortController();
  page[WATCHING] = stop;
  return stop;
}
const WATCHING = Symbol.for('giljabi.watch');

function recognised(rules: readonly RecogniseRule[]): RecogniseRule | undefined {
  const text = document.body?.innerText.slice(0, MOST_TEXT) ?? '';
  return rules.find(
    ({ title, text: words }) =>
      (title.length === 0 || title.some((word) => document.title.includes(word))) &&
      words.every((word) => text.includes(word)),
  );
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function startableHere(guides: readonly GuideSigns[]): string[] {
  const text = folded(document.body?.innerText.slice(0, MOST_TEXT) ?? '');
  return guides
    .filter(({ labels }) => labels.length === 0 || labels.some((label) => text.includes(folded(label))))
    .map(({ guide }) => guide);
}
