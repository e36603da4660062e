import { TourProvider, useTour } from '@reactour/tour';
import { createElement, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { offer, reach } from './harness.ts';

let root: Root | null = null;
let box: HTMLElement | null = null;
let at = 0;

function Watch() {
  const { isOpen, currentStep } = useTour();
  useEffect(() => {
    at = isOpen ? currentStep + 1 : 0;
  });
  return null;
}

offer({
  start(stops) {
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
    root.render(
      createElement(
        TourProvider,
        {
          defaultOpen: true,
          padding: { mask: 0 },
          steps: stops.map(({ selector, label }) => ({
            selector: reach(selector) ?? selector,
            content: label,
          })),
        } as never,
        createElement(Watch),
      ),
    );
  },
  end() {
    root?.unmount();
    box?.remove();
    at = 0;
  },
  at: () => at,
});
