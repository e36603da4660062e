import Shepherd from 'shepherd.js';
import { offer, reach } from './harness.ts';

let tour: InstanceType<typeof Shepherd.Tour> | null = null;

offer({
  start(stops) {
    tour = new Shepherd.Tour({
      useModalOverlay: true,
      defaultStepOptions: {
        modalOverlayOpeningPadding: 0,
        modalOverlayOpeningRadius: 0,
        scrollTo: { block: 'center' },
        cancelIcon: { enabled: true },
      },
    });
    for (const [at, { selector, label }] of stops.entries())
      tour.addStep({
        id: String(at),
        title: label,
        text: label,
        attachTo: { element: () => reach(selector) as HTMLElement, on: 'bottom' },
        waitForElement: 3_000,
        buttons: [{ text: 'next', action: () => tour?.next() }],
      } as Parameters<typeof tour.addStep>[0]);
    void tour.start();
  },
  end: () => void tour?.cancel(),
  at: () => {
    const current = tour?.isActive() ? tour.getCurrentStep() : null;
    return current ? Number(current.id) + 1 : 0;
  },
});
