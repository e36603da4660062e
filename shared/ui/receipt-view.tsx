import { useState } from 'preact/hooks';
import { type Receipt, type ReceiptRow, readingText, receiptMarkdown, receiptPlain } from '../guide/index.ts';
import { useText as useSections } from './text/context.ts';

const useText = () => useSections<'walk'>();

export interface ReceiptViewProps {
  receipt: Receipt;
  /** Record of the walkthrough that this one puts back. */
  earlier?: Receipt | null;
  lang: string;
  /** Resolves to false where the browser does not let us. */
  onCopy(text: string, from: Element): Promise<boolean>;
}

/** What was done, before and after, and two ways to take it into a ticket. */
export function ReceiptView({ receipt, earlier, lang, onCopy }: ReceiptViewProps) {
  const t = useText();
  const words = t.walk.receipt;
  const [copied, setCopied] = useState<boolean | null>(null);
  const all = [receipt, ...(earlier ? [earlier] : [])];
  const copy = async (write: typeof receiptPlain, from: Element) =>
    setCopied(await onCopy(all.map((each) => write(each, words, lang)).join('\n'), from));
  return (
    <section class="gj-receipt" aria-label={words.title}>
      <dl>
        {receipt.rows.map((row) => (
          <Row key={row.step} row={row} />
        ))}
      </dl>
      <p class="gj-receipt-copy">
        <button
          type="button"
          class="gj-button gp-small quiet"
          onClick={(e) => void copy(receiptPlain, e.currentTarget)}
        >
          {words.copy}
        </button>
        <button
          type="button"
          class="gj-button gp-small quiet"
          onClick={(e) => void copy(receiptMarkdown, e.currentTarget)}
        >
          {words.markdown}
        </button>
      </p>
      <p class="gj-receipt-said" role="status">
        {copied === null ? '' : copied ? words.copied : words.notCopied}
      </p>
    </section>
  );
}

function Row({ row }: { row: ReceiptRow }) {
  const words = useText().walk.receipt;
  const listed = row.did === 'added' || row.did === 'removed';
  return (
    <div class={`gj-receipt-row gj-did-${row.did}`}>
      <dt>
        {row.what.join(' › ') || row.entry}
        <span class="gj-receipt-did">{words.did[row.did]}</span>
      </dt>
      <dd>
        {row.did === 'changed' && (
          <>
            <del>{readingText(row.before, words)}</del>
            <span aria-hidden="true"> → </span>
            <ins>{readingText(row.after, words)}</ins>
          </>
        )}
        {row.did === 'same' && readingText(row.after, words)}
        {listed && row.what.length > 0 && row.entry}
      </dd>
    </div>
  );
}
