import type { InquiryPort } from '../shared/ui/inquiry/port.ts';
import { POCKET, pocket, pocketed } from './pocket.ts';
import type { Post } from './post.ts';

/**
 * The post, opened when there is something for it: a draft from an earlier visit, or the first text that pauses.
 * Somebody who only reads suggestions loads no store and no sender.
 */
export function latePost(open: () => Promise<Post>, name = 'giljabi'): InquiryPort & { stop(): void } {
  let opening: Promise<Post> | null = null;
  let stopped = false;
  let held: string | null = null;
  const post = () => {
    if (!opening) {
      opening = open();
      opening.catch(() => {
        opening = null;
      });
      if (stopped) throw new Error('this form is gone');
    }
    return opening;
  };
  const later = (run: (post: Post) => () => void) => {
    let stop: (() => void) | null = null;
    let gone = false;
    post().then(
      (opened) => {
        if (!gone) stop = run(opened);
      },
      () => {},
    );
    return () => {
      gone = true;
      stop?.();
    };
  };
  /** Once the store or the outbox has it, and not before. */
  const empty = async () => {
    const id = held;
    if (id !== null) await pocket('readwrite', (drafts) => drafts.delete(id)).catch(() => null);
    held = null;
  };
  return {
    async loadDraft() {
      const [stored, last] = await Promise.all([
        // A store that is there but cannot be opened keeps its draft for another time.
        isThere(name)
          .then((is) => (is ? post().then((opened) => opened.loadDraft()) : null))
          .catch(() => null),
        isThere(POCKET)
          .then((is) => (is ? pocketed() : null))
          .catch(() => null),
      ]);
      if (!last || last.saved < (stored?.saved ?? 0)) return stored;
      held = last.id;
      return last;
    },
    async saveDraft(draft) {
      let opened: Post;
      try {
        opened = await post();
      } catch {
        await pocket('readwrite', (drafts) => drafts.put(draft));
        held = draft.id;
        return;
      }
      await opened.saveDraft(draft);
      await empty();
    },
    async dropDraft(id) {
      await empty();
      await (await post()).dropDraft(id);
    },
    solved: (article) =>
      void post().then(
        (opened) => opened.solved?.(article),
        () => {},
      ),
    async keep(form) {
      await (await post()).keep(form);
      await empty();
    },
    send: async (id) => (await post()).send(id),
    progress: (id, tell) => later((opened) => opened.progress(id, tell)),
    watch: (id, tell) => later((opened) => opened.watch!(id, tell)),
    leave: () =>
      void opening?.then(
        (opened) => opened.leave(),
        () => {},
      ),
    stop() {
      stopped = true;
      opening?.then(
        (opened) => opened.stop(),
        () => {},
      );
    },
  };
}

/** Whether this browser has the database already. One that does not say is asked the long way. */
async function isThere(name: string): Promise<boolean> {
  try {
    const all = await indexedDB.databases();
    return all.some((each) => each.name === name);
  } catch {
    return true;
  }
}
