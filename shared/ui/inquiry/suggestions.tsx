import { useEffect, useRef, useState } from 'preact/hooks';
import { Hits, type HitView } from '../hits.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text/context.ts';
import { Notice } from './notice.tsx';
import type { SuggestPort } from './port.ts';

type Reader = typeof import('./preview.tsx');

interface SuggestionsProps {
  hits: HitView[];
  port: SuggestPort;
  prepare?: (() => Promise<unknown>) | undefined;
  onSeen: (id: string) => void;
  onSolved: (id: string) => void;
}

/** 추천 문서 below the summary, and the one that was opened, read in place: nobody loses what they have written. */
export function Suggestions({ hits, port, prepare, onSeen, onSolved }: SuggestionsProps) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  // The reader comes with the first document that is opened.
  const [reader, setReader] = useState<Reader | 'failed' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const said = useSlow(hits.length);

  const show = (id: string) => {
    onSeen(id);
    setOpen(id);
    if (reader && reader !== 'failed') return;
    Promise.all([import('./preview.tsx'), prepare?.()]).then(
      ([loaded]) => setReader(loaded),
      () => setReader('failed'),
    );
  };
  const close = () => {
    setOpen(null);
    box.current?.querySelector<HTMLElement>('[data-hit]')?.focus();
  };
  return (
    <div ref={box}>
      <p class="gj-hidden" role="status">
        {said > 0 && t.inquiry.suggestionsFound(said)}
      </p>
      {hits.length > 0 && (
        <div class="gj-suggestions">
          <p class="gj-suggestions-title">
            <Icon name="bulb" />
            {t.inquiry.suggestions}
          </p>
          <Hits brief hits={hits} label={t.inquiry.suggestions} onOpen={(hit) => show(hit.id)} />
        </div>
      )}
      {open && reader === 'failed' && <Notice caution>{t.errors.articleBroken}</Notice>}
      {open && reader && reader !== 'failed' && (
        <reader.Preview
          key={open}
          id={open}
          port={port}
          onOther={show}
          onClose={close}
          onSolved={() => onSolved(open)}
        />
      )}
    </div>
  );
}

/** The count as it was when typing paused: a screen reader is not interrupted at every letter. */
function useSlow(count: number): number {
  const [slow, setSlow] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(count), 1200);
    return () => clearTimeout(timer);
  }, [count]);
  return slow;
}
