import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { type DraftField, type FieldProblem, TEXT_LIMITS } from '../../inquiry/rules.ts';
import { Suggester } from '../../search/suggester.ts';
import { Note } from '../article-view.tsx';
import { type HitView, toHitViews } from '../hits.tsx';
import { useText } from '../text/context.ts';
import { Attachments } from './attachments.tsx';
import { ConsentBox } from './consent-box.tsx';
import { DetailEditor } from './detail-editor.tsx';
import { Field } from './field.tsx';
import { addFiles, pastedFiles } from './file-list.ts';
import { Outcome } from './outcome.tsx';
import type { FormFields, FormTerms, InquiryPort, SuggestPort } from './port.ts';
import { problemText } from './problem-text.ts';
import { Suggestions } from './suggestions.tsx';
import { TextInput } from './text-input.tsx';
import { type Phase, useInquiry } from './use-inquiry.ts';

export interface InquiryFormProps {
  port: InquiryPort;
  terms: FormTerms;
  /** Absent while the bundle loads or when there is none to trust; the form works all the same. */
  suggest?: SuggestPort | null;
  /** One sentence above the form, such as why there are no suggestions. */
  notice?: string | null;
  email?: string;
  summary?: string;
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
  onPhase,
}: InquiryFormProps) {
  const t = useText();
  const id = useId();
  const form = useInquiry(port, terms, email, summary);
  const { state, phase, problems, change } = form;
  const [hits, setHits] = useState<HitView[]>([]);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
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
    return found.length ? found.map((problem) => problemText(t, problem)).join(' ') : undefined;
  };
  const clear = (field: DraftField) => {
    if (problems.some((problem) => problem.field === field))
      form.setProblems(problems.filter((problem) => problem.field !== field));
  };
  const setField = (field: keyof FormFields) => (text: string) => {
    change(({ fields }) => ({ fields: { ...fields, [field]: text } }), true);
    clear(field);
  };
  const setSummary = (text: string, event: InputEvent) => {
    setField('summary')(text);
    void suggester?.type(text, { composing: event.isComposing });
  };

  const add = (added: File[]) => {
    if (added.length === 0) return;
    let refused: FieldProblem[] = [];
    let news: File[] = [];
    change(({ files }) => {
      const result = addFiles(files, added, terms.limits);
      refused = result.problems;
      news = result.files.slice(files.length);
      return { files: result.files };
    });
    form.setProblems([...problems.filter((problem) => problem.field !== 'files'), ...refused]);
    setSaid(news.map((file) => t.inquiry.fileAdded(file.name)).join(' '));
  };
  const remove = (file: File) => {
    change(({ files }) => ({ files: files.filter((other) => other !== file) }));
    clear('files');
    setSaid(t.inquiry.fileRemoved(file.name));
    // The button that was pressed is gone; without this the focus would fall out of the form.
    chooser.current?.focus();
  };
  const paste = (event: ClipboardEvent) => {
    const files = pastedFiles(event.clipboardData, t.inquiry.pasted, new Date());
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const found = await form.submit();
    setBusy(false);
    if (found.length > 0) {
      setSaid(t.inquiry.problems(new Set(found.map((problem) => problem.field)).size));
      focusFirst(box.current, id, found);
    }
  };

  if (phase.at === 'loading') return null;
  if (phase.at !== 'editing' && phase.at !== 'refused') {
    const acts = { onSend: form.send, onEdit: form.edit, onAnother: form.restart };
    return <Outcome phase={phase} email={state.fields.email} contact={terms.contact} {...acts} />;
  }
  const at = (name: DraftField) => `${id}-${name}`;
  return (
    <form class="gj-form" ref={box} noValidate onSubmit={submit} onPaste={paste} key={state.id}>
      <p class="gj-hidden" role="status">
        {said}
      </p>
      {notice && (
        <Note tone="note">
          <p>{notice}</p>
        </Note>
      )}
      {phase.at === 'refused' && phase.outcome.state === 'refused' && (
        <div class="gj-refused" role="alert">
          <p>
            <strong>{t.inquiry.refused}</strong>
          </p>
          <p>{phase.outcome.error.message}</p>
          <p>{t.inquiry.refusedText}</p>
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
          error={errorOf('summary')}
        >
          {(ids) => (
            <TextInput
              ids={ids}
              name="summary"
              autoComplete="off"
              maxLength={TEXT_LIMITS.summary}
              value={state.fields.summary}
              onText={setSummary}
            />
          )}
        </Field>
        {suggest && (
          <Suggestions
            hits={hits}
            port={suggest}
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
              maxLength={TEXT_LIMITS.company}
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
              maxLength={TEXT_LIMITS.phone}
              value={state.fields.phone}
              onText={setField('phone')}
            />
          )}
        </Field>
      </div>
      <Field id={at('detail')} label={t.inquiry.detail} hint={t.inquiry.detailHint} error={errorOf('detail')}>
        {(ids) => (
          <DetailEditor
            ids={ids}
            value={state.fields.detail}
            onText={setField('detail')}
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
        onAdd={add}
        onRemove={remove}
      />
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
      {form.saved === 'failed' && (
        <Note tone="caution">
          <p>{t.errors.storage}</p>
        </Note>
      )}
      <p class="gj-submit">
        <button type="submit" class="gj-button gj-primary" aria-disabled={busy}>
          {t.inquiry.submit}
        </button>
        {form.saved === 'yes' && <span class="gj-hint">{t.inquiry.saved}</span>}
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
