import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FieldProblem } from '../../inquiry/rules.ts';
import type { CarriedLine } from './carried.tsx';
import { type Late, loadLate } from './load-late.ts';
import type { Phase } from './phase.ts';
import type { FileProgress, FormFields, FormTerms, InquiryPort, SendOutcome } from './port.ts';

const NO_FIELDS: FormFields = { email: '', summary: '', company: '', phone: '', detail: '' };
/** A draft is saved when typing pauses for this long ... */
const SAVE_AFTER_MS = 400;
/** ... and after this long when it does not pause. */
const SAVE_WITHIN_MS = 1500;

/** Of the draft as it is now. */
export type Saved = 'no' | 'soon' | 'yes' | 'failed';

export interface InquiryState {
  id: string;
  fields: FormFields;
  files: File[];
  /** RFC 3339 time at which the box was ticked, or null. */
  agreed: string | null;
  seen: string[];
  trap: string;
}

/** What the face knows beforehand, and how it gets ready for what comes after the first sight. */
interface Given {
  email: string;
  summary: string;
  prepare?: (() => Promise<unknown>) | undefined;
}

const fresh = (email: string): InquiryState => ({
  id: crypto.randomUUID(),
  fields: { ...NO_FIELDS, email },
  files: [],
  agreed: null,
  seen: [],
  trap: '',
});

/** The life of one inquiry in the form: draft, check, on disk, on its way, settled. */
export function useInquiry(port: InquiryPort, terms: FormTerms, { email, summary, prepare }: Given) {
  const [phase, setPhase] = useState<Phase>({ at: 'loading' });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [saved, setSaved] = useState<Saved>('no');
  const [progress, setProgress] = useState<readonly FileProgress[]>([]);
  const [late, setLate] = useState<Late | null>(null);
  const [, redraw] = useState(0);
  /** Which form this is: a new one begins empty. */
  const [turn, setTurn] = useState(0);
  // A ref, not a state: handlers always see what was typed last, and typing redraws nothing it need not.
  const now = useRef<InquiryState>(fresh(email));
  const dirty = useRef(false);
  /** Since when something is not saved, 0 when all is. */
  const since = useRef(0);

  /** Another tab has sent the text of this id: what is here now is an inquiry of its own. */
  const withOwnId = async (run: () => Promise<void>) => {
    try {
      await run();
    } catch (error) {
      if ((error as Error).name !== 'OtherTextError') throw error;
      now.current = { ...now.current, id: crypto.randomUUID() };
      await run();
    }
  };

  const getLate = async () => {
    const [loaded] = await Promise.all([loadLate(), prepare?.()]);
    setLate(loaded);
    return loaded;
  };

  const save = useCallback(async () => {
    if (!dirty.current) return;
    dirty.current = false;
    since.current = 0;
    getLate().catch(() => {});
    try {
      await withOwnId(() => {
        const { id, fields, files } = now.current;
        return port.saveDraft({ id, fields: { ...fields }, files, saved: Date.now() });
      });
      // Typed meanwhile: that is still to be saved.
      if (!dirty.current) setSaved('yes');
    } catch {
      setSaved('failed');
    }
  }, [port]);

  useEffect(() => {
    let gone = false;
    port
      .loadDraft()
      .catch(() => null)
      .then((draft) => {
        if (gone) return;
        if (draft) {
          const fields = { ...NO_FIELDS, ...draft.fields };
          now.current = {
            ...fresh(email),
            id: draft.id,
            fields: { ...fields, email: fields.email || email },
            files: draft.files,
          };
          setSaved('yes');
        }
        if (summary && !now.current.fields.summary) now.current.fields.summary = summary;
        setPhase({ at: 'editing' });
      });
    // The last chance to write what the pause has not yet written.
    const hide = () => void save();
    addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      gone = true;
      removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', hide);
      void save();
    };
  }, [port]);

  const timer = useRef(0);
  /** @param part what differs from `now`: a handler may be older than what was typed last */
  const change = (part: (now: InquiryState) => Partial<InquiryState>, quiet = false) => {
    now.current = { ...now.current, ...part(now.current) };
    dirty.current = true;
    // `saved` speaks of what is there now, not of an earlier state.
    setSaved((old) => (old === 'failed' ? old : 'soon'));
    clearTimeout(timer.current);
    if (!since.current) since.current = performance.now();
    const wait = Math.min(SAVE_AFTER_MS, since.current + SAVE_WITHIN_MS - performance.now());
    timer.current = setTimeout(save, wait) as unknown as number;
    if (!quiet) redraw((count) => count + 1);
  };

  const settle = (outcome: SendOutcome) => setPhase({ at: outcome.state, outcome });

  const send = async () => {
    const { id } = now.current;
    setPhase({ at: 'sending' });
    setProgress([]);
    const stop = port.progress?.(id, (news) =>
      setProgress((all) => [...all.filter(({ file }) => file !== news.file), news]),
    );
    try {
      settle(await port.send(id));
    } catch {
      settle({ state: 'kept', reason: null });
    } finally {
      stop?.();
    }
  };

  /** Checks, keeps, sends. Returns the problems; none when it is on its way. @throws when it could not be kept */
  const submit = async (carried: CarriedLine[] = []): Promise<FieldProblem[]> => {
    const { checkInquiry } = await getLate().catch(async (cause) => {
      await save();
      throw cause;
    });
    const { fields, files, agreed, seen, trap } = now.current;
    const found = checkInquiry(
      { ...fields, consent: agreed ? { version: terms.consent.version } : null, files },
      terms.limits,
      terms.consent,
    );
    setProblems(found);
    if (found.length > 0 || !agreed) return found;
    clearTimeout(timer.current);
    try {
      await withOwnId(() =>
        port.keep({ id: now.current.id, fields: { ...fields }, files, agreed, seen, trap, carried }),
      );
      dirty.current = false;
    } catch (cause) {
      // It stays in the form, and on disk as a draft with its last letter.
      await save();
      throw cause;
    }
    void send();
    return [];
  };

  /** The article answered it: nothing is sent and nothing stays on the device. */
  const solve = async (article: string) => {
    clearTimeout(timer.current);
    dirty.current = false;
    await getLate().catch(() => null);
    setPhase({ at: 'solved', article });
    port.solved?.(article);
    await port.dropDraft(now.current.id).catch(() => {});
  };

  const edit = () => {
    dirty.current = true;
    void save();
    setPhase({ at: 'editing' });
  };

  const restart = () => {
    port.leave?.();
    now.current = fresh(now.current.fields.email);
    setTurn((count) => count + 1);
    setProblems([]);
    setSaved('no');
    setPhase({ at: 'editing' });
  };

  useEffect(() => {
    if (phase.at !== 'kept') return;
    return port.watch?.(now.current.id, settle);
  }, [phase.at, port]);

  return {
    state: now.current,
    turn,
    phase,
    problems,
    saved,
    progress,
    late,
    getLate,
    change,
    submit,
    send,
    solve,
    edit,
    restart,
    setProblems,
  };
}
