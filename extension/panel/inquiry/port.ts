import {
  agree,
  type ConsentText,
  type Inquiry,
  makeInquiry,
  openOutbox,
} from '../../../shared/inquiry/index.ts';
import type { FilledForm, InquiryPort, SendOutcome } from '../../../shared/ui/inquiry/port.ts';
import { type CarriedFile, call, onNotice, type QueuedInquiry } from '../../platform/messages.ts';
import { carry } from '../data/carry.ts';
import { withCarried } from './carried.ts';
import { outcomeOf } from './outcome.ts';

const DRAFTS = 'giljabi-drafts';

/** Where the form stands when it is sent; read at that moment. */
export interface Circumstances {
  consent: ConsentText;
  lang: Inquiry['lang'];
  guide: string | null;
  step: string | null;
  /** Address of the page, without query and fragment. */
  page: string | null;
  /** Heading of what goes along. */
  carriedTitle: string;
}

/**
 * The form's way out of an extension page: drafts stay in this origin's own database, inquiries go to the
 * background, which alone has the outbox and the network.
 */
export function inquiryPort(now: () => Circumstances): InquiryPort {
  const drafts = openOutbox(DRAFTS);
  drafts.catch(() => undefined);
  const kept = new Map<string, { inquiry: Inquiry; files: CarriedFile[] }>();
  const under = new Map<string, Promise<QueuedInquiry>>();

  /** The background's answer comes when the first attempt is over; that it is on disk shows earlier. */
  const hand = (id: string): Promise<QueuedInquiry> => {
    const what = kept.get(id);
    if (!what) return Promise.reject(new Error(`inquiry ${id} was not kept`));
    const answer = call('inquiry/send', what);
    under.set(id, answer);
    answer.catch(() => undefined).then(() => under.get(id) === answer && under.delete(id));
    return answer;
  };

  return {
    loadDraft: async () => (await drafts).loadDraft(),
    saveDraft: async (draft) => (await drafts).saveDraft(draft),
    dropDraft: async (id) => (await drafts).dropDraft(id),

    async keep(form: FilledForm) {
      const { consent, lang, carriedTitle, ...at } = now();
      // What was struck out goes nowhere, under no other name either.
      const goes = (id: string) => form.carried.some((line) => line.id === id);
      const guide = goes('guide') ? at.guide : null;
      const step = guide && goes('step') ? at.step : null;
      const page = goes('page') ? at.page : null;
      const inquiry = await makeInquiry({
        id: form.id,
        fields: { ...form.fields, detail: withCarried(form.fields.detail, carriedTitle, form.carried) },
        lang,
        consent: await agree(consent, new Date(form.agreed)),
        context: { source: 'extension', page, guide, step, seen: form.seen },
        files: form.files,
      });
      kept.set(form.id, { inquiry, files: await carry(form.files) });
      const listed = listedSoon(form.id);
      try {
        await Promise.race([hand(form.id), listed.seen]);
      } finally {
        listed.stop();
      }
      await (await drafts).dropDraft(form.id);
    },

    async send(id): Promise<SendOutcome> {
      return outcomeOf(await (under.get(id) ?? hand(id)));
    },

    watch(id, tell) {
      const stop = new AbortController();
      onNotice((notice) => {
        const queued = notice.notice === 'inquiry' && notice.queued.find((each) => each.id === id);
        if (queued && (queued.state === 'received' || queued.state === 'refused')) tell(outcomeOf(queued));
      }, stop.signal);
      return () => stop.abort();
    },
  };
}

/** Resolves when the background lists the inquiry, which it does only once it is on disk. */
function listedSoon(id: string): { seen: Promise<void>; stop(): void } {
  const stop = new AbortController();
  const seen = new Promise<void>((resolve) => {
    onNotice((notice) => {
      if (notice.notice === 'inquiry' && notice.queued.some((each) => each.id === id)) resolve();
    }, stop.signal);
  });
  return { seen, stop: () => stop.abort() };
}

/** What was being written is gone for good. */
export async function forgetDrafts(): Promise<void> {
  const drafts = await openOutbox(DRAFTS);
  for (let draft = await drafts.loadDraft(); draft; draft = await drafts.loadDraft())
    await drafts.dropDraft(draft.id);
  drafts.close();
}
