import { receiptOf, reverse } from '../../../shared/guide/index.ts';
import { ReceiptView } from '../../../shared/ui/receipt-view.tsx';
import { copyText } from '../../platform/clipboard.ts';
import type { ActiveWalk } from '../../platform/messages.ts';
import { said } from '../data/lists.ts';
import { useLanguage } from '../state/lang-context.ts';
import { useText } from '../state/use-text.ts';

/** What was done, for a ticket, and the way back. Kept until the walkthrough is closed. */
export function Record({ active, onPutBack }: { active: ActiveWalk; onPutBack(): void }) {
  const t = useText();
  const lang = useLanguage();
  const { guide, walk, name, origin = '', earlier } = active;
  const receipt = receiptOf({ guide, walk, console: name ? said(name, lang) : active.console, origin });
  if (receipt.rows.length === 0) return null;
  const words = t.walk.putBack;
  const { guide: back, left } = reverse(guide, walk, words);
  const why = left[0] && words[left[0].why];
  return (
    <div class="gp-record-of-work">
      <h3>{t.walk.receipt.title}</h3>
      <ReceiptView receipt={receipt} earlier={earlier ?? null} lang={lang} onCopy={copyText} />
      {back && (
        <button type="button" class="gj-button" onClick={onPutBack}>
          {words.button}
        </button>
      )}
      {why && <p class="gp-faint">{why}</p>}
    </div>
  );
}
