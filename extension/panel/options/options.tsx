import { Logo } from '../../../shared/ui/logo.tsx';
import { useContent } from '../state/use-content.ts';
import { useText } from '../state/use-text.ts';
import { About } from './about.tsx';
import { AuthorTools } from './author.tsx';
import { Consoles } from './consoles.tsx';
import { Documents } from './documents.tsx';
import { DraftTools } from './draft.tsx';
import { Language } from './language.tsx';
import { Privacy } from './privacy.tsx';
import { Repairs } from './repairs.tsx';

export function Options() {
  const t = useText();
  const content = useContent();
  return (
    <div class="gj gp gp-options">
      <header>
        <Logo size={36} />
        <h1>{t.panel.settings.title}</h1>
      </header>
      <main>
        <Language />
        <Consoles catalogue={content.catalogue.value} />
        <Documents content={content} />
        <Repairs />
        <Privacy />
        <About content={content} />
        <AuthorTools />
        <DraftTools />
      </main>
    </div>
  );
}
