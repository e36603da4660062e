import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../icon.tsx';
import { useText } from '../text/context.ts';
import type { FieldIds } from './field.tsx';
import { type MarkdownCommand, markdownEdit } from './markdown-edit.ts';

interface DetailEditorProps {
  ids: FieldIds;
  value: string;
  onText: (text: string) => void;
  onAttach: () => void;
  maxLength: number;
}

const ICONS: Record<'bullets' | 'numbers' | 'link', IconName> = {
  bullets: 'bullets',
  numbers: 'numbers',
  link: 'link',
};
const COMMANDS: MarkdownCommand[] = ['bold', 'italic', 'bullets', 'numbers', 'link'];

/** 문의 상세: a plain text area with a toolbar that writes Markdown, which is what is stored and sent. */
export function DetailEditor({ ids, value, onText, onAttach, maxLength }: DetailEditorProps) {
  const t = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (area.current) area.current.value = value;
  }, []);

  const run = (command: MarkdownCommand) => {
    const target = area.current;
    if (!target) return;
    const edit = markdownEdit(
      command,
      target.value,
      target.selectionStart,
      target.selectionEnd,
      t.inquiry.sampleText,
    );
    target.focus();
    target.setSelectionRange(edit.from, edit.to);
    // `insertText` keeps the browser's own undo; where it is refused the text is still replaced.
    if (!document.execCommand('insertText', false, edit.insert)) {
      target.setRangeText(edit.insert, edit.from, edit.to);
      onText(target.value);
    }
    target.setSelectionRange(...edit.select);
  };

  const shortcut = (event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    const command = { KeyB: 'bold', KeyI: 'italic', KeyK: 'link' }[event.code] as MarkdownCommand | undefined;
    if (!command) return;
    event.preventDefault();
    run(command);
  };

  return (
    <div class="gj-editor">
      <Toolbar onCommand={run} onAttach={onAttach} controls={ids.id} />
      <textarea
        ref={area}
        class="gj-input"
        id={ids.id}
        name="detail"
        rows={8}
        required
        maxLength={maxLength}
        aria-invalid={ids.invalid}
        aria-describedby={ids.described}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={shortcut}
      />
    </div>
  );
}

interface ToolbarProps {
  onCommand: (command: MarkdownCommand) => void;
  onAttach: () => void;
  controls: string;
}

/** One Tab stop; arrow keys move inside (WAI-ARIA toolbar pattern). */
function Toolbar({ onCommand, onAttach, controls }: ToolbarProps) {
  const t = useText();
  const [current, setCurrent] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: buttons.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + buttons.length) % buttons.length;
    setCurrent(index);
    buttons[index]?.focus();
  };
  const tab = (index: number) => ({ tabIndex: index === current ? 0 : -1, onFocus: () => setCurrent(index) });
  return (
    <div
      class="gj-toolbar"
      role="toolbar"
      aria-label={t.inquiry.toolbar}
      aria-controls={controls}
      ref={box}
      onKeyDown={move}
    >
      {COMMANDS.map((command, index) => (
        <button
          key={command}
          type="button"
          class="gj-tool"
          aria-label={t.inquiry[command]}
          title={t.inquiry[command]}
          onClick={() => onCommand(command)}
          {...tab(index)}
        >
          {command === 'bold' ? (
            <b aria-hidden="true">B</b>
          ) : command === 'italic' ? (
            <i aria-hidden="true">I</i>
          ) : (
            <Icon name={ICONS[command as 'link']} />
          )}
        </button>
      ))}
      <button
        type="button"
        class="gj-tool gj-tool-apart"
        aria-label={t.inquiry.attach}
        title={t.inquiry.attach}
        onClick={onAttach}
        {...tab(COMMANDS.length)}
      >
        <Icon name="clip" />
      </button>
    </div>
  );
}
