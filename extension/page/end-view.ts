import { receiptOf, reverse } from '../../shared/guide/index.ts';
import { pickLang } from '../../shared/ui/text/lang.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { type CardView, frame } from './card-view.ts';
import { placeOf } from './scene.ts';
import type { WalkText } from './text.ts';

/** Where all steps are passed: what was read back, or how to read it; what was done, and the way back. */
export function endView(
  active: ActiveWalk,
  can: { reload: boolean; reading: boolean; shown: string | null },
  t: WalkText,
): CardView {
  const { guide, walk } = active;
  const base: CardView = {
    ...frame(guide, walk),
    end: walk.phase,
    newer: active.newer ?? null,
    ...record(active, t),
  };
  const said = walk.said ? t.walk.receipt.said(walk.said.words) : null;
  switch (walk.phase) {
    case 'saved': {
      const gone = guide.outcome.some((outcome) => outcome.kind === 'chosen' && !outcome.present);
      const say = gone ? t.walk.savedGone : t.walk.savedValue;
      return { ...base, hint: t.walk.saved, detail: walk.found && say(walk.found), tone: 'ok' };
    }
    case 'unsaved': {
      const found = walk.found && t.walk.notSavedValue(walk.found);
      return { ...base, hint: t.walk.notSaved, detail: lines(found, said), tone: 'wrong' };
    }
    case 'checking': {
      const last = guide.steps.find((step) => step.id === guide.outcome[0]?.step);
      const place = last && placeOf(guide, last)[0];
      if (walk.said?.ok === false)
        return { ...base, hint: t.walk.saidNo, detail: said, tone: 'wrong', canReload: can.reload };
      if (can.reload) {
        const how = can.shown ? t.walk.shownNow(can.shown) : t.walk.checkingText;
        return { ...base, hint: t.walk.checking, detail: lines(said, how), tone: 'busy', canReload: true };
      }
      const detail = can.reading || !place ? t.walk.reading : t.walk.proveAt(place);
      return { ...base, hint: t.walk.checking, detail: lines(said, detail), tone: 'busy' };
    }
    default:
      return { ...base, hint: t.walk.finished, detail: lines(said, t.walk.finishedText), tone: 'ok' };
  }
}

const lines = (...texts: (string | null)[]): string | null => texts.filter(Boolean).join('\n') || null;

/** What was done, for a ticket, and whether it can be put back. */
export function record(
  active: ActiveWalk,
  t: WalkText,
): Pick<CardView, 'receipt' | 'earlier' | 'lang' | 'putBack'> {
  const { guide, walk, name, origin = '' } = active;
  const lang = pickLang([active.lang ?? navigator.language]);
  const receipt = receiptOf({ guide, walk, console: name?.[lang] ?? name?.ko ?? active.console, origin });
  if (receipt.rows.length === 0) return { receipt: null, earlier: null, lang, putBack: null };
  const words = t.walk.putBack;
  const { guide: back, left } = reverse(guide, walk, words);
  const [why] = left.map((each) => words[each.why]);
  const some = back !== null || left.length > 0;
  return {
    receipt,
    earlier: active.earlier ?? null,
    lang,
    putBack: some ? { can: back !== null, why: why ?? null } : null,
  };
}
