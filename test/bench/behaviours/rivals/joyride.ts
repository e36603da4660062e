import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { type EventData, Joyride } from 'react-joyride';
import { offer, reach } from './harness.ts';

let root: Root | null = null;
let box: HTMLElement | null = null;
let at = 0;

offer({
  start(stops) {
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
    at = 1;
    root.render(
      createElement(Joyride, {
        run: true,
        continuous: true,
        options: { spotlightPadding: 0, spotlightRadius: 0, skipBeacon: true },
        steps: stops.map(({ selector, label }) => ({
          target: () => reach(selector) as HTMLElement | null,
          title: label,
          content: label,
          skipBeacon: true,
          disableBeacon: true,
          spotlightPadding: 0,
        })),
        onEvent: ({ status, index }: EventData) => {
          at = status === 'finished' || status === 'skipped' ? 0 : index + 1;
        },
      } as never),
    );
  },
  end() {
    root?.unmount();
    box?.remove();
    at = 0;
  },
  at: () => at,
});
