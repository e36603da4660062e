import type { Inquiry } from '../../../shared/inquiry/index.ts';
import { Written } from './page.tsx';
import type { Words } from './texts.ts';

export interface SaidProps {
  words: Words;
  by: 'asker' | 'support';
  /** What the section is, for those who hear the page. */
  label: string;
  /** Above the text; left out where the page has said both already. */
  who?: string;
  when?: string;
  /** Markdown */
  text: string;
  files?: Inquiry['files'];
  /** Address below which the files are, by their position. */
  filesAt?: string;
}

/** What one side wrote, as support and the asker both see it. */
export function Said({ words, by, label, who, when, text, files = [], filesAt }: SaidProps) {
  return (
    <section class={`words words-${by}`} aria-label={label}>
      {who && (
        <p class="said-by">
          <b>{who}</b> <span class="faint">{when}</span>
        </p>
      )}
      <Written words={words} markdown={text} />
      {files.length > 0 && (
        <ul class="files" aria-label={words.support.files}>
          {files.map((file, position) => (
            <li key={file.hash}>
              <a href={`${filesAt}/${position}`} download={file.name}>
                {file.name}
              </a>{' '}
              <span class="faint">{size(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const size = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
