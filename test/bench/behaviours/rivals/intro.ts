import introJs from 'intro.js';
import { offer, reach } from './harness.ts';

let tour: ReturnType<typeof introJs.tour> | null = null;
let at = 0;

offer({
  start(stops) {
    tour = introJs.tour().setOptions({
      helperElementPadding: 0,
      steps: stops.map(({ selector, label }) => ({
        element: (reach(selector) ?? selector) as HTMLElement,
        title: label,
        intro: label,
      })),
    });
    at = 1;
    tour.onChange(() => {
      at = (tour?.getCurrentStep() ?? 0) + 1;
    });
    tour.onExit(() => {
      at = 0;
    });
    void tour.start();
  },
  end: () => void tour?.exit(true),
  at: () => at,
});
