import { begin, type Guide, type Step } from '../../../shared/guide/index.ts';
import { type Launched, until } from './chromium.ts';

/** A step on the target of the test pages; what is given replaces it. */
export const step = (id: string, given: Partial<Step> = {}): Step => ({
  id,
  action: 'click',
  labels: ['저장'],
  within: [],
  value: null,
  optional: false,
  alternative: null,
  caution: null,
  danger: null,
  text: [{ t: 'text', text: `${given.labels?.at(-1) ?? '저장'} 단계입니다.` }],
  unsure: null,
  done: null,
  recorded: null,
  line: 1,
  ...given,
});

const CONSOLE = 'hiworks';

/** What our storage holds when a guide of these steps is being followed on a console at `origin`. */
export function planted(origin: string, steps: Step[]) {
  const guide: Guide = {
    id: 'behaviour',
    article: 'behaviour',
    lang: 'ko',
    title: '시험 안내',
    console: CONSOLE,
    steps,
    outcome: [],
  };
  const active = { console: CONSOLE, guide, walk: begin(guide, new Date()), labels: [], lang: 'ko' };
  return { sites: { [origin]: CONSOLE }, walks: { [CONSOLE]: active } };
}

/** As if a guide of these steps had been started from the toolbar: the next page of `origin` is guided. */
export async function plant(launched: Launched, origin: string, steps: Step[]): Promise<void> {
  const worker = await background(launched);
  await worker.evaluate(
    (what) => {
      interface Chrome {
        storage: { local: { set(what: object): Promise<void> } };
      }
      return (globalThis as unknown as { chrome: Chrome }).chrome.storage.local.set(what);
    },
    planted(origin, steps),
  );
}

/** The background of the extension, awake. */
export const background = (launched: Launched) =>
  until(async () => {
    const target = launched.browser
      .targets()
      .find((each) => each.type() === 'service_worker' && each.url().includes('/background.js'));
    if (target) return target.worker();
    // Any page of ours wakes it.
    const page = await launched.browser.newPage();
    await page.goto(`chrome-extension://${launched.extension.id}/popup.html`).finally(() => page.close());
    return null;
  }, 'the background is awake');
