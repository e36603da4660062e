import { driver } from 'driver.js';
import { offer, reach } from './harness.ts';

let tour: ReturnType<typeof driver> | null = null;

offer({
  start(stops) {
    tour = driver({
      stagePadding: 0,
      stageRadius: 0,
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      waitForElement: 3_000,
      steps: stops.map(({ selector, label }) => ({
        element: () => reach(selector) as Element,
        popover: { title: label, description: label },
      })),
    } as Parameters<typeof driver>[0]);
    tour.drive();
  },
  end: () => tour?.destroy(),
  at: () => (tour?.isActive() ? (tour.getActiveIndex() ?? 0) + 1 : 0),
});
