import { call } from '../../platform/messages.ts';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';

/** Whose signature is believed, as the fingerprint that a publisher can read out, and whether keys changed hands. */
export function Trusted() {
  const t = useText();
  const words = t.panel.settings;
  const [trust] = useLoad(() => call('bundle/trust'));
  const keys = trust.value?.keys ?? [];
  const rotations = trust.value?.rotations ?? [];
  return (
    <dl class="gp-facts gp-trusted">
      <dt>{words.key}</dt>
      <dd>
        {keys.length === 0 && '—'}
        {keys.map((id) => (
          <code key={id} class="gp-address">
            {inFours(id)}
          </code>
        ))}
        <small class="gp-faint">{words.keyHow}</small>
      </dd>
      <dt>{words.rotation}</dt>
      <dd>
        {trust.value && rotations.length === 0 && words.notRotated}
        {rotations.map(({ from, to }) => (
          <span key={from} class="gp-address">
            {words.rotated(inFours(from), inFours(to))}
          </span>
        ))}
      </dd>
    </dl>
  );
}

/** `0011223344556677` -> `0011 2233 4455 6677`: easier to compare by eye, and over the telephone. */
export const inFours = (id: string): string => id.replace(/(.{4})(?=.)/g, '$1 ');
