import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { pick } from '../../../shared/search/pick.ts';
import { SearchField } from '../../../shared/ui/search-field.tsx';
import { HouseMark } from '../parts/house-mark.tsx';
import { useBrand } from '../state/brand.ts';
import { useContent } from '../state/use-content.ts';
import { useSettled } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';
import { About } from './about.tsx';
import { AuthorTools } from './author.tsx';
import { Consoles } from './consoles.tsx';
import { Documents } from './documents.tsx';
import { DraftTools } from './draft.tsx';
import { Language } from './language.tsx';
import { Privacy } from './privacy.tsx';
import { Repairs } from './repairs.tsx';

interface Part {
  /** What the part can be found by. */
  names: string[];
  view: ComponentChildren;
}

export function Options() {
  const t = useText();
  const content = useContent();
  const brand = useBrand(content.catalogue.value?.lounge);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const settled = useSettled();
  const { settings: words, repairs, author, draft } = t.panel;
  const consoles = content.catalogue.value?.consoles.flatMap(({ name }) => Object.values(name)) ?? [];
  const parts: Part[] = [
    { names: [words.language, '한국어', 'English', '日本語'], view: <Language /> },
    {
      names: [words.consoles, words.added, words.builtIn, ...consoles],
      view: <Consoles catalogue={content.catalogue.value} />,
    },
    {
      names: [
        words.content,
        words.source,
        words.version,
        words.checked,
        words.check,
        words.key,
        words.rotation,
      ],
      view: <Documents content={content} />,
    },
    { names: [repairs.title, repairs.export], view: <Repairs /> },
    {
      names: [words.privacy, words.forget, ...words.privacyRows.map(([what]) => what ?? '')],
      view: <Privacy />,
    },
    {
      names: [words.about, words.extension, words.shortcut, words.diagnostics],
      view: <About content={content} />,
    },
    { names: [author.title, author.desk, author.token], view: <AuthorTools /> },
    { names: [draft.title, draft.desk, draft.key], view: <DraftTools /> },
  ];
  const names = parts.flatMap((part) => part.names.map((name) => ({ part, name })));
  const found = new Set(pick(names, query, ({ name }) => name).map(({ part }) => part));
  return (
    <div class="gj gp gp-options">
      <header>
        <HouseMark brand={brand} size={36} />
        <h1>{words.title}</h1>
        <div class="gp-find">
          <SearchField
            field={field}
            query={query}
            placeholder={words.find}
            onType={setQuery}
            onKey={() => false}
          />
        </div>
      </header>
      <main hidden={!settled}>
        <p role="status" class="gp-said">
          {found.size === 0 && words.findNone(query.trim())}
        </p>
        {/* Hidden, not taken away: what was typed into a form stays. */}
        {parts.map((part, index) => (
          <div key={index} hidden={!found.has(part)}>
            {part.view}
          </div>
        ))}
      </main>
    </div>
  );
}
