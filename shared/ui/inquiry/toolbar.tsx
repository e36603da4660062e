import { useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../icon.tsx';
import { useText } from '../text/context.ts';
import type { Looks } from './rich/editor.ts';

export type Tool = 'heading' | 'bold' | 'italic' | 'bullets' | 'numbers' | 'link' | 'attach';

interface ToolbarProps {
  tools: readonly Tool[];
  looks: Looks | null;
  /** Id of the field it works on. */
  controls: string;
  onTool: (tool: Tool) => void;
}

export const TOOLS: readonly Tool[] = ['heading', 'bold', 'italic', 'bullets', 'numbers', 'link', 'attach'];
const ICONS: Partial<Record<Tool, IconName>> = {
  bullets: 'bullets',
  numbers: 'numbers',
  link: 'link',
  attach: 'clip',
};
const LETTERS: Partial<Record<Tool, string>> = { heading: 'T', bold: 'B', italic: 'I' };
/** Said beside the name, and to screen readers apart from it. */
const KEYS: Partial<Record<Tool, string>> = { bold: 'B', italic: 'I', link: 'K' };

/** One Tab stop; arrow keys move inside (WAI-ARIA toolbar pattern). */
export function Toolbar({ tools, looks, controls, onTool }: ToolbarProps) {
  const t = useText().inquiry;
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
  const isOn = (tool: Tool): boolean | undefined => {
    if (tool === 'attach' || tool === 'link') return undefined;
    if (tool === 'bold' || tool === 'italic') return looks?.[tool] ?? false;
    return looks?.kind === { heading: 'heading', bullets: 'bullet', numbers: 'number' }[tool];
  };
  return (
    <div
      class="gj-toolbar"
      role="toolbar"
      aria-label={t.toolbar}
      aria-controls={controls}
      ref={box}
      onKeyDown={move}
    >
      {tools.map((tool, index) => (
        <button
          key={tool}
          type="button"
          class={`gj-tool gj-tool-${tool}`}
          aria-label={t[tool]}
          aria-pressed={isOn(tool)}
          aria-keyshortcuts={KEYS[tool] && `Control+${KEYS[tool]} Meta+${KEYS[tool]}`}
          title={KEYS[tool] ? `${t[tool]} (Ctrl+${KEYS[tool]})` : t[tool]}
          tabIndex={index === Math.min(current, tools.length - 1) ? 0 : -1}
          onFocus={() => setCurrent(index)}
          // The field keeps its focus and its selection while the mouse is used.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTool(tool)}
        >
          {ICONS[tool] ? <Icon name={ICONS[tool]} /> : <span aria-hidden="true">{LETTERS[tool]}</span>}
        </button>
      ))}
    </div>
  );
}
