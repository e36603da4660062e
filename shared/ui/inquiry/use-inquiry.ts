import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { checkInquiry, type FieldProblem } from '../../inquiry/rules.ts';
import type { FormFields, FormTerms, InquiryPort, SendOutcome } from './port.ts';

const NO_FIELDS: FormFields = { email: '', summary: '', company: '', phone: '', detail: '' };
const SAVE_AFTER_MS = 400;

export type Phase =
  | { at: 'loading' }
  | { at: 'editing' }
  /** Being written to disk, then on its way. */
  | { at: 'sending' }
  | { at: 'solved'; article: string }
  | { at: 'received' | 'kept' | 'refused'; outcome: SendOutcome };

export interface InquiryState {
  id: string;
  fields: FormFields;
  files: File[];
  /** RFC 3339 time at which the box was ticked, or null. */
  agreed: string | null;
  seen: string[];
}

const fresh = (email: string): InquiryState => ({
  id: crypto.randomUUID(),
  fields: { ...NO_FIELDS, email },
  files: [],
  agreed: null,
  seen: [],
});

/** The life of one inquiry in the form: draft, check, on disk, on its way, settled. */
export function useInquiry(port: InquiryPort, terms: FormTerms, email: string, prefill?: string) {
  const [phase, setPhase] = useState<Phase>({ at: 'loading' });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [saved, setSaved] = useState<'no' | 'yes' | 'failed'>('no');
  const [, redraw] = useState(0);
  // A ref, not a state: handlers always see what was typed last, and typing redraws nothing it need not.
  const now = useRef<InquiryState>(fresh(email));
  const dirty = useRef(false);

  const save = useCallback(async () => {
    if (!dirty.current) return;
    dirty.current = false;
    const { id, fields, files } = now.current;
    try {
      await port.saveDraft({ id, fields: { ...fields }, files, saved: Date.now() });
      setSaved('yes');
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
        if (prefill && !now.current.fields.summary) now.current.fields.summary = prefill;
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
    setSaved((old) => (old === 'yes' ? 'no' : old));
    clearTimeout(timer.current);
    timer.current = setTimeout(save, SAVE_AFTER_MS) as unknown as number;
    if (!quiet) redraw((count) => count + 1);
  };

  const settle = (outcome: SendOutcome) => setPhase({ at: outcome.state, outcome });

  const send = async () => {
    setPhase({ at: 'sending' });
    try {
      settle(await port.send(now.current.id));
    } catch {
      settle({ state: 'kept', reason: null });
    }
  };

  /** Checks, keeps, sends. Returns the problems; none when it is on its way. */
  const submit = async (): Promise<FieldProblem[]> => {
    const { id, fields, files, agreed, seen } = now.current;
    const found = checkInquiry(
      { ...fields, consent: agreed ? { version: terms.consent.version } : null, files },
      terms.limits,
      terms.consent,
    );
    setProblems(found);
    if (found.length > 0 || !agreed) return found;
    clearTimeout(timer.current);
    try {
      await port.keep({ id, fields: { ...fields }, files, agreed, seen });
      dirty.current = false;
    } catch {
      setSaved('failed');
      return [];
    }
    void send();
    return [];
  };

  /** The article answered it: nothing is sent and nothing stays on the device. */
  const solve = async (article: string) => {
    clearTimeout(timer.current);
    dirty.current = false;
    setPhase({ at: 'solved', article });
    await port.dropDraft(now.current.id).catch(() => {});
  };

  const edit = () => {
    dirty.current = true;
    void save();
    setPhase({ at: 'editing' });
  };

  const restart = () => {
    now.current = fresh(now.current.fields.email);
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
    phase,
    problems,
    saved,
    change,
    submit,
    send,
    solve,
    edit,
    restart,
    setProblems,
  };
}
