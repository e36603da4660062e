import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from '../icon.tsx';
import { useText } from '../text/context.ts';
import type { Phase } from './phase.ts';
import type { FileProgress, FormTerms } from './port.ts';
import { reasonText } from './reason-text.ts';

interface OutcomeProps {
  phase: Phase;
  files: readonly File[];
  progress: readonly FileProgress[];
  email: string;
  contact: FormTerms['contact'];
  onSend: () => void;
  onEdit: () => void;
  onAnother: () => void;
}

/** What is shown in place of the form once it was sent off, or was not needed after all. */
export function Outcome({ phase, files, progress, email, contact, onSend, onEdit, onAnother }: OutcomeProps) {
  const t = useText();
  const another = (
    <button type="button" class="gj-button" onClick={onAnother}>
      {t.outcome.another}
    </button>
  );
  switch (phase.at) {
    case 'sending':
      return (
        <Card tone="busy" title={`${t.outcome.sending}…`}>
          <p>{t.outcome.sendingText}</p>
          {files.length > 0 && <Uploads files={files} progress={progress} />}
        </Card>
      );
    case 'solved':
      return (
        <Card tone="ok" icon="check" title={t.inquiry.solvedTitle}>
          <p>{t.outcome.solvedText}</p>
          <p class="gj-outcome-acts">
            <button type="button" class="gj-button" onClick={onEdit}>
              {t.outcome.backToForm}
            </button>
            {another}
          </p>
        </Card>
      );
    case 'received':
      return (
        <Card tone="ok" icon="check" title={t.outcome.received}>
          {phase.outcome.state === 'received' && (
            <p class="gj-number">
              <span>{t.outcome.receivedNumber}</span>
              <strong>{phase.outcome.receipt.number}</strong>
            </p>
          )}
          <p>{t.outcome.receivedText(email)}</p>
          <p class="gj-hint">{t.outcome.receivedProof}</p>
          <p class="gj-outcome-acts">{another}</p>
        </Card>
      );
    case 'kept':
      return (
        <Card tone="caution" icon="clock" title={t.outcome.kept}>
          {phase.outcome.state === 'kept' && <p>{reasonText(t, phase.outcome.reason)}</p>}
          <p>{t.outcome.keptText}</p>
          <p class="gj-outcome-acts">
            <button type="button" class="gj-button gj-primary" onClick={onSend}>
              {t.outcome.sendNow}
            </button>
            {another}
          </p>
          <p class="gj-hint">{t.outcome.contact(contact.email, contact.phone)}</p>
        </Card>
      );
    default:
      return null;
  }
}

/** How far every file has come. Nothing is sent off without them: the inquiry waits for the last one. */
function Uploads({ files, progress }: Pick<OutcomeProps, 'files' | 'progress'>) {
  return (
    <ul class="gj-files">
      {files.map((file, index) => {
        const news = progress.find((each) => each.file === index);
        const part = news?.total ? Math.round((100 * news.sent) / news.total) : 0;
        return (
          <li key={index}>
            <span class="gj-file-name">{file.name}</span>
            <progress class="gj-progress" max={100} value={part} aria-label={file.name} />
            <span class="gj-file-size">{part} %</span>
          </li>
        );
      })}
    </ul>
  );
}

interface CardProps {
  tone: 'ok' | 'caution' | 'busy';
  icon?: IconName;
  title: string;
  children: ComponentChildren;
}

/** The heading takes the focus, so that keyboard and screen reader follow the change. */
function Card({ tone, icon, title, children }: CardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section class={`gj-outcome gj-outcome-${tone}`}>
      <span class="gj-outcome-sign" aria-hidden="true">
        {icon && <Icon name={icon} size={26} />}
      </span>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
