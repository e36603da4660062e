import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldIds } from './field.tsx';
import type { Looks, RichEditor } from './rich/editor.ts';
import { TOOLS, type Tool, Toolbar } from './toolbar.tsx';

type Rich = typeof import('./rich/index.ts');

interface DetailEditorProps {
  ids: FieldIds;
  value: string;
  onText: (text: string) => void;
  onAttach: () => void;
  prepare?: (() => Promise<unknown>) | undefined;
}

/** Marks in a draft that nobody wants to read as signs. */
const MARKED = /[*[\\]|^(#|- |\d+\. )/m;

/**
 * 문의 상세. A plain text area until it is first used; then the editor (rich/) comes and takes over what was typed so
 * far, between two compositions. Where it cannot come or cannot work, the text area stays. Either way the value is Markdown.
 */
export function DetailEditor({ ids, value, onText, onAttach, prepare }: DetailEditorProps) {
  const plain = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<RichEditor | null>(null);
  const [rich, setRich] = useState<Rich | 'failed' | null>(null);
  const [looks, setLooks] = useState<Looks | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const text = useRef(value);
  const caret = useRef<number | null>(null);
  const wanted = useRef<Tool | null>(null);
  const asked = useRef(false);
  const composing = useRef(0);

  const write = (now: string) => {
    text.current = now;
    onText(now);
  };
  const use = (tool: Tool) => {
    if (tool === 'attach') onAttach();
    else if (!editor.current) {
      wanted.current = tool;
      void wake();
    } else if (tool === 'link') {
      // A second press puts it away.
      setLink(link === null ? editor.current.link().href : null);
    } else {
      editor.current.focus();
      editor.current.run(tool);
    }
  };

  const wake = async () => {
    if (asked.current) return;
    asked.current = true;
    try {
      const [loaded] = await Promise.all([import('./rich/index.ts'), prepare?.()]);
      const area = plain.current;
      while (composing.current > 0) await new Promise((done) => setTimeout(done, 30));
      if (!area?.isConnected) return;
      const root = area.getRootNode() as ShadowRoot | Document;
      if (!loaded.canEdit(root)) throw new Error('no editing here');
      caret.current = root.activeElement === area || wanted.current ? area.selectionStart : null;
      setRich(loaded);
    } catch {
      setRich('failed');
    }
  };

  useLayoutEffect(() => {
    if (plain.current) plain.current.value = value;
    if (MARKED.test(value)) void wake();
  }, []);
  useLayoutEffect(() => {
    if (!rich || rich === 'failed' || !box.current) return;
    const made = new rich.RichEditor(box.current, {
      markdown: text.current,
      caret: caret.current,
      onText: write,
      onLooks: setLooks,
      onLink: () => use('link'),
    });
    editor.current = made;
    if (wanted.current) use(wanted.current);
    return () => made.stop();
  }, [rich]);
  useEffect(() => {
    if (link === null) return;
    const close = () => setLink(null);
    box.current?.addEventListener('input', close);
    return () => box.current?.removeEventListener('input', close);
  }, [link]);

  const shared = {
    id: ids.id,
    class: 'gj-input gj-detail',
    'aria-invalid': ids.invalid,
    'aria-describedby': ids.described,
  };
  const back = () => {
    setLink(null);
    editor.current?.focus();
  };
  return (
    <div class="gj-editor" onFocusIn={() => void wake()}>
      <Toolbar tools={rich === 'failed' ? ['attach'] : TOOLS} looks={looks} controls={ids.id} onTool={use} />
      {link !== null && rich && rich !== 'failed' && (
        <rich.LinkBar
          href={link}
          onClose={back}
          onLink={(href) => {
            editor.current?.setLink(href);
            back();
          }}
        />
      )}
      {rich && rich !== 'failed' ? (
        // biome-ignore lint/a11y/useSemanticElements: a text area shows no bold, no lists and no links
        <div
          {...shared}
          key="rich"
          ref={box}
          role="textbox"
          contentEditable
          tabIndex={0}
          aria-multiline="true"
          aria-required="true"
          aria-labelledby={`${ids.id}-label`}
        />
      ) : (
        <textarea
          {...shared}
          key="plain"
          ref={plain}
          name="detail"
          rows={8}
          required
          onInput={(event) => write(event.currentTarget.value)}
          onCompositionStart={() => composing.current++}
          // The next syllable may begin in the same moment; then the count does not come down to nothing.
          onCompositionEnd={() => setTimeout(() => composing.current--)}
        />
      )}
    </div>
  );
}
