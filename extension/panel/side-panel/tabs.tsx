import { useRef } from 'preact/hooks';
import { Icon, type IconName } from '../../../shared/ui/icon.tsx';
import { openOptions } from '../../platform/pages.ts';
import { SettingsIcon } from '../parts/page-icons.tsx';
import { useText } from '../state/use-text.ts';

export type Section = 'steps' | 'help' | 'inquiry';

const SECTIONS: readonly Section[] = ['steps', 'help', 'inquiry'];
const ICONS: Record<Section, IconName> = { steps: 'steps', help: 'search', inquiry: 'mail' };

/** Tabs as ARIA knows them: one stop for the Tab key, arrows between them. */
export function Tabs({
  shown,
  walking,
  onShow,
}: {
  shown: Section;
  /** Marks the steps while a walkthrough is under way. */
  walking: boolean;
  onShow(section: Section): void;
}) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const words = { steps: t.panel.steps.tab, help: t.common.help, inquiry: t.panel.inquiry };
  const move = (event: KeyboardEvent) => {
    const at = SECTIONS.indexOf(shown);
    const to = { ArrowRight: at + 1, ArrowLeft: at + SECTIONS.length - 1, Home: 0, End: SECTIONS.length - 1 }[
      event.key
    ];
    const next = to === undefined ? undefined : SECTIONS[to % SECTIONS.length];
    if (!next) return;
    event.preventDefault();
    onShow(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <nav class="gp-tabs">
      <div role="tablist" ref={list} onKeyDown={move}>
        {SECTIONS.map((section) => (
          <button
            key={section}
            type="button"
            role="tab"
            id={`tab-${section}`}
            aria-controls={`panel-${section}`}
            aria-selected={shown === section}
            tabIndex={shown === section ? 0 : -1}
            onClick={() => onShow(section)}
          >
            <Icon name={ICONS[section]} size={17} />
            {words[section]}
            {section === 'steps' && walking && <span class="gp-dot" />}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="gj-button gj-quiet gj-bare"
        aria-label={t.panel.options}
        title={t.panel.options}
        onClick={() => void openOptions()}
      >
        <SettingsIcon />
      </button>
    </nav>
  );
}
