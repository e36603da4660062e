/** Moving through the steps. */
export interface CardActions {
  next(): void;
  back(): void;
  skip(): void;
  pause(): void;
  list(): void;
  /** The whole manual, in the side panel. */
  read(): void;
  answer(yes: boolean): void;
  branch(id: string): void;
  reload(): void;
  again(): void;
  finish(): void;
}

/** What the card can do beyond moving through the steps. */
export interface CardMore {
  /** Looks at the page anew. */
  retry(): void;
  /** Leaves the step out; one that the page does not show counts as failed, not as declined. */
  skip(missing: boolean): void;
  /** Re-opens the way to where the step happens. */
  wayBack(): void;
  /** The inquiry form, in the side panel. */
  ask(): void;
  /** Lets be what was held. */
  spare(): void;
  /** Moves the focus to the step's target on the page. */
  toTarget(): void;
  putBack(): void;
  /** Resolves to false where the browser does not let us. */
  copy(text: string, from: Element): Promise<boolean>;
}

const NOTHING: CardMore = {
  retry() {},
  skip() {},
  wayBack() {},
  ask() {},
  spare() {},
  toTarget() {},
  putBack() {},
  copy: async () => false,
};

/** One overlay a page, so one of these: set by the runner when it starts. */
export const more: { act: CardMore } = { act: NOTHING };
