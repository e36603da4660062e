import type { InquiryPort } from '../shared/ui/inquiry/port.ts';
import type { Post } from './post.ts';

/**
 * The post, opened when there is something for it: a draft from an earlier visit, or the first text that pauses.
 * Somebody who only reads suggestions loads no store and no sender.
 */
export function latePost(open: () => Promise<Post>, name = 'giljabi'): InquiryPort & { stop(): void } {
  let opening: Promise<Post> | null = null;
  let stopped = false;
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
  return {
    loadDraft: async () => ((await isThere(name)) ? (await post()).loadDraft() : null),
    saveDraft: async (draft) => (await post()).saveDraft(draft),
    dropDraft: async (id) => (await post()).dropDraft(id),
    solved: (article) =>
      void post().then(
        (opened) => opened.solved?.(article),
        () => {},
      ),
    keep: async (form) => (await post()).keep(form),
    send: async (id) => (await post()).send(id),
    progress: (id, tell) => later((opened) => opened.progress(id, tell)),
    watch: (id, tell) => later((opened) => opened.watch!(id, tell)),
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
