import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { DraftField, FieldProblem } from '../../inquiry/rules.ts';
import { Suggester } from '../../search/suggester.ts';
import { type HitView, toHitViews } from '../hits.tsx';
import { useText } from '../text/context.ts';
import { Attachments } from './attachments.tsx';
import type { Carried, CarriedLine } from './carried.tsx';
import { ConsentBox } from './consent-box.tsx';
import { DetailEditor } from './detail-editor.tsx';
import { Field } from './field.tsx';
import { Notice } from './notice.tsx';
import { pastedFiles } from './pasted-files.ts';
import type { Phase } from './phase.ts';
import type { FormFields, FormTerms, InquiryPort, SuggestPort } from './port.ts';
import { Suggestions } from './suggestions.tsx';
import { TextInput } from './text-input.tsx';
import { useInquiry } from './use-inquiry.ts';

export interface InquiryFormProps {
  port: InquiryPort;
  terms: FormTerms;
  /** Absent while the bundle loads or when there is none to trust; the form works all the same. */
  suggest?: SuggestPort | null;
  /** One sentence above the form, such as why there are no suggestions. */
  notice?: string | null;
  email?: string;
  summary?: string;
  /** What else the face would send along, and the box in which the person sees every line and may strike it out. */
  carried?: { lines: readonly CarriedLine[]; Box: typeof Carried } | undefined;
  /** Fetches what the face needs for all that is not on the page at first: texts (`outcome`, `article`) and styles. */
  prepare?: () => Promise<unknown>;
  onPhase?: (phase: Phase) => void;
}

const SUGGESTIONS = 5;

/** 문의 등록: the whole form and everything that becomes of it. The same in widget and extension. */
export function InquiryForm({
  port,
  terms,
  suggest = null,
  notice,
  email = '',
  summary = '',
  carried,
  prepare,
  onPhase,
}: InquiryFormProps) {
  const t = useText();
  const id = useId();
  const form = useInquiry(port, terms, { email, summary, prepare });
  const { state, phase, problems, change } = form;
  // A page that has just changed its language has these words a moment later.
  const late = t.outcome ? form.late : null;
  const [hits, setHits] = useState<HitView[]>([]);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [struck, setStruck] = useState<ReadonlySet<string>>(new Set());
  const [trouble, setTrouble] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const chooser = useRef<HTMLInputElement>(null);

  useEffect(() => onPhase?.(phase), [phase]);

  const suggester = useMemo(() => {
    if (!suggest) return null;
    return new Suggester(
      (query, options) => suggest.find(query, { composing: options?.composing ?? false }),
      (found) => setHits(toHitViews(found.slice(0, SUGGESTIONS), (hit) => suggest.entryOf(hit))),
    );
  }, [suggest]);
  // The bundle may arrive when a summary (a restored draft) is already there.
  useEffect(() => {
    if (phase.at === 'editing') void suggester?.type(state.fields.summary);
    return () => suggester?.stop();
  }, [suggester, phase.at]);

  const errorOf = (field: DraftField) => {
    const found = problems.filter((problem) => problem.field === field);
    return found.length && late ? found.map((problem) => late.problemText(t, problem)).join(' ') : undefined;
  };
  const clear = (field: DraftField) => {
    if (problems.some((problem) => problem.field === field))
      form.setProblems(problems.filter((problem) => problem.field !== field));
  };
  const setField = (field: keyof FormFields) => (text: string) => {
    change(({ fields }) => ({ fields: { ...fields, [field]: text } }));
    clear(field);
  };
  const setSummary = (text: string, event: InputEvent) => {
    setField('summary')(text);
    void suggester?.type(text, { composing: event.isComposing });
  };
  /** What is left of a limit, once it comes near. */
  const left = (field: keyof FormFields) => {
    if (!late) return undefined;
    const limit = late.TEXT_LIMITS[field];
    const count = limit - state.fields[field].trim().length;
    if (count > limit / 10) return undefined;
    return count < 0 ? t.outcome.over(-count) : t.outcome.left(count);
  };

  const add = async (added: File[]) => {
    if (added.length === 0) return;
    const { addFiles } = await form.getLate();
    let refused: FieldProblem[] = [];
    let news: File[] = [];
    change(({ files }) => {
      const result = addFiles(files, added, terms.limits);
      refused = result.problems;
      news = result.files.slice(files.length);
      return { files: result.files };
    });
    form.setProblems([...problems.filter((problem) => problem.field !== 'files'), ...refused]);
    setSaid(news.map((file) => t.outcome.fileAdded(file.name)).join(' '));
  };
  const offer = (added: File[]) => void add(added).catch(() => setTrouble(true));
  const remove = (file: File) => {
    change(({ files }) => ({ files: files.filter((other) => other !== file) }));
    clear('files');
    form.getLate().then(
      () => setSaid(t.outcome.fileRemoved(file.name)),
      () => {},
    );
    // The button that was pressed is gone; without this the focus would fall out of the form.
    chooser.current?.focus();
  };
  const paste = (event: ClipboardEvent) => {
    const files = pastedFiles(event.clipboardData, t.inquiry.pasted, new Date());
    if (files.length === 0) return;
    event.preventDefault();
    offer(files);
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setTrouble(false);
    const found = await form.submit(carried?.lines.filter((line) => !struck.has(line.id))).catch(() => null);
    setBusy(false);
    setTrouble(found === null);
    if (found?.length) {
      setSaid(t.outcome.problems(new Set(found.map((problem) => problem.field)).size));
      focusFirst(box.current, id, found);
    }
  };

  if (phase.at === 'loading') return null;
  if (phase.at !== 'editing' && phase.at !== 'refused') {
    if (!late) return phase.at === 'solved' ? <Notice>{t.inquiry.solvedTitle}</Notice> : null;
    const acts = { onSend: form.send, onEdit: form.edit, onAnother: form.restart };
    const { files, fields } = state;
    return (
      <late.Outcome
        {...{ phase, files, progress: form.progress, email: fields.email, contact: terms.contact, ...acts }}
      />
    );
  }
  const at = (name: DraftField) => `${id}-${name}`;
  return (
    <form class="gj-form" ref={box} noValidate onSubmit={submit} onPaste={paste} key={form.turn}>
      <p class="gj-hidden" role="status">
        {said}
      </p>
      {notice && <Notice>{notice}</Notice>}
      {phase.at === 'refused' && phase.outcome.state === 'refused' && (
        <div class="gj-refused" role="alert">
          <p>
            <strong>{t.outcome.refused}</strong>
          </p>
          <p>{phase.outcome.error.message}</p>
          <p>{t.outcome.refusedText}</p>
        </div>
      )}
      <Field id={at('email')} label={t.inquiry.email} hint={t.inquiry.emailHint} error={errorOf('email')}>
        {(ids) => (
          <TextInput
            ids={ids}
            name="email"
            type="email"
            autoComplete="email"
            value={state.fields.email}
            onText={setField('email')}
          />
        )}
      </Field>
      <div class="gj-field-group">
        <Field
          id={at('summary')}
          label={t.inquiry.summary}
          hint={t.inquiry.summaryHint}
          left={left('summary')}
          error={errorOf('summary')}
        >
          {(ids) => (
            <TextInput
              ids={ids}
              name="summary"
              autoComplete="off"
              value={state.fields.summary}
              onText={setSummary}
            />
          )}
        </Field>
        {suggest && (
          <Suggestions
            hits={hits}
            port={suggest}
            prepare={prepare}
            onSeen={(article) => change(({ seen }) => ({ seen: [...new Set([...seen, article])] }), true)}
            onSolved={form.solve}
          />
        )}
      </div>
      <div class="gj-two">
        <Field
          id={at('company')}
          label={t.inquiry.company}
          hint={t.inquiry.companyHint}
          error={errorOf('company')}
        >
          {(ids) => (
            <TextInput
              ids={ids}
              name="organization"
              autoComplete="organization"
              value={state.fields.company}
              onText={setField('company')}
            />
          )}
        </Field>
        <Field
          id={at('phone')}
          label={t.inquiry.phone}
          hint={t.inquiry.phoneHint}
          optional
          error={errorOf('phone')}
        >
          {(ids) => (
            <TextInput
              ids={ids}
              name="tel"
              type="tel"
              required={false}
              autoComplete="tel"
              value={state.fields.phone}
              onText={setField('phone')}
            />
          )}
        </Field>
      </div>
      <Field
        id={at('detail')}
        label={t.inquiry.detail}
        hint={t.inquiry.detailHint}
        left={left('detail')}
        error={errorOf('detail')}
      >
        {(ids) => (
          <DetailEditor
            ids={ids}
            value={state.fields.detail}
            onText={setField('detail')}
            prepare={prepare}
            onAttach={() => chooser.current?.click()}
          />
        )}
      </Field>
      <Attachments
        id={at('files')}
        files={state.files}
        limits={terms.limits}
        error={errorOf('files')}
        input={chooser}
        onAdd={offer}
        onRemove={remove}
      />
      {carried && carried.lines.length > 0 && (
        <carried.Box
          lines={carried.lines}
          struck={struck}
          onStrike={(id) =>
            setStruck((old) =>
              old.has(id) ? new Set([...old].filter((x) => x !== id)) : new Set([...old, id]),
            )
          }
        />
      )}
      <ConsentBox
        id={at('consent')}
        consent={terms.consent}
        checked={state.agreed !== null}
        error={errorOf('consent')}
        onChange={(checked) => {
          const agreed = checked ? new Date().toISOString() : null;
          change(() => ({ agreed }));
          clear('consent');
        }}
      />
      {/* For programs that fill in whatever they find; people neither see it nor come to it. */}
      <p class="gj-trap" aria-hidden="true">
        <input
          type="text"
          name="homepage"
          tabIndex={-1}
          autoComplete="off"
          onInput={(event) => change(() => ({ trap: event.currentTarget.value }))}
        />
      </p>
      {trouble && form.saved !== 'failed' && <Notice caution>{t.errors.unsent}</Notice>}
      {form.saved === 'failed' && <Notice caution>{t.errors.storage}</Notice>}
      <p class="gj-submit">
        <button type="submit" class="gj-button gj-primary" aria-disabled={busy}>
          {t.inquiry.submit}
        </button>
        <span class="gj-hint">
          {form.saved === 'yes' && t.inquiry.saved}
          {form.saved === 'soon' && `${t.inquiry.saving}…`}
        </span>
      </p>
    </form>
  );
}

/** Focus goes to the first field to mend, in the order of the form. */
function focusFirst(form: HTMLFormElement | null, id: string, problems: FieldProblem[]): void {
  const order: DraftField[] = ['email', 'summary', 'company', 'phone', 'detail', 'files', 'consent'];
  const first = order.find((field) => problems.some((problem) => problem.field === field));
  form?.querySelector<HTMLElement>(`[id="${id}-${first}"]`)?.focus();
}
