import { type Behaviour, comes, error, pressCard, type Session, settled, stays, yes } from './guided.ts';

/** All four points on the card are its own. */
const isUsable = async (session: Session) => {
  const usable = await comes(async () => (await session.reached()) === 4);
  return yes(usable, usable ? '4 of 4 points' : `${await session.reached()} of 4 points`);
};

/** What the page opens over everything else. */
export const DIALOGS: Behaviour[] = [
  {
    name: 'target in a native modal dialog: card can be used',
    page: 'dialog.html',
    run: isUsable,
  },
  {
    name: 'ring in a native modal dialog',
    page: 'dialog.html',
    run: (session) => error(session, '#target'),
  },
  {
    name: 'modal dialog opened later, over a tour that is there: card can be used',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.evaluate(() => {
        const dialog = document.createElement('dialog');
        dialog.textContent = '다른 창';
        // Before everything else in the tree: the last one is not always the one on top.
        document.body.prepend(dialog);
        dialog.showModal();
      });
      return isUsable(session);
    },
  },
  {
    name: 'modal dialog inside a modal dialog, then closed: card can be used',
    page: 'dialog.html',
    async run(session) {
      await session.page.evaluate(() => {
        const open = (id: string) => (document.getElementById(id) as HTMLDialogElement).showModal();
        open('outer');
        open('inner');
      });
      const inside = await isUsable(session);
      await session.page.evaluate(() => {
        for (const id of ['inner', 'outer']) (document.getElementById(id) as HTMLDialogElement).close();
      });
      const after = await isUsable(session);
      return inside.ok ? after : inside;
    },
  },
  {
    name: 'modal dialog inside a shadow root: card can be used',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.evaluate(() => {
        const root = document.body
          .appendChild(document.createElement('my-dialog'))
          .attachShadow({ mode: 'open' });
        const dialog = root.appendChild(document.createElement('dialog'));
        dialog.textContent = '다른 창';
        dialog.showModal();
      });
      return isUsable(session);
    },
  },
  {
    name: 'target in an open popover: a press on the card does not close it',
    page: 'popover.html',
    async run(session) {
      const right = await error(session, '#target');
      await pressCard(session);
      const open = await stays(() => session.page.$eval('#menu', (menu) => menu.matches(':popover-open')));
      if (!open) return yes(false, 'closes the popover');
      const usable = await isUsable(session);
      return usable.ok ? right : usable;
    },
  },
  {
    name: 'a press beside that popover still closes it',
    page: 'popover.html',
    async run(session) {
      await settled(session, '#target');
      const { x, y } = await session.page.$eval('#beside', (beside) =>
        beside.getBoundingClientRect().toJSON(),
      );
      await session.page.mouse.click(x + 4, y + 4);
      return yes(await comes(() => session.page.$eval('#menu', (menu) => !menu.matches(':popover-open'))));
    },
  },
  {
    name: 'popover of the page opened over the card: card can be used',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      await session.page.evaluate(() => {
        const over = document.body.appendChild(document.createElement('div'));
        over.popover = 'manual';
        over.style.cssText = 'inset: 0; width: 100%; height: 100%; border: 0; background: #eee';
        over.showPopover();
      });
      return isUsable(session);
    },
  },
];
