import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Target } from '../publish/targets.ts';

export type Written = 'added' | 'replaced' | 'unchanged';

const HEAD = ' 화면에서 기록한 대상입니다. 길잡이의 [대상 기록]과 `giljabi repairs`가 씁니다.';

/**
 * One target into the text of a `.targets.yaml`: the entry of that step is replaced, else one is added at the end.
 * Everything else in the file stays as it is, with its order and comments.
 * @param text null where there is no file yet
 * @throws Error when the text is no list of entries; `checkContent` names the fault
 */
export function writeTarget(text: string | null, target: Target): { text: string; did: Written } {
  const document = parseDocument(text ?? '');
  if (document.errors.length > 0) throw document.errors[0]!;
  if (document.contents === null) {
    document.contents = document.createNode([]) as unknown as typeof document.contents;
    if (text === null) document.commentBefore = HEAD;
  }
  if (!isSeq(document.contents)) throw new Error('not a list');
  const list = document.contents as YAMLSeq;
  list.flow = false;
  const entry = list.items.find(
    (item): item is YAMLMap =>
      isMap(item) && item.get('step') === target.step && (item.get('nth') ?? 1) === target.nth,
  );
  if (!entry) {
    const { step, nth, recorded, console_version, date } = target;
    const node = document.createNode({
      step,
      ...(nth > 1 && { nth }),
      date,
      ...(console_version && { console_version }),
    }) as YAMLMap;
    node.set('recorded', flat(document, recorded));
    list.add(node);
    return { text: print(document), did: 'added' };
  }
  const { recorded } = entry.toJSON() as { recorded?: unknown };
  if (JSON.stringify(recorded) === JSON.stringify(target.recorded))
    return { text: text ?? '', did: 'unchanged' };
  entry.set('date', target.date);
  // A version that nobody has named belongs to the old record.
  if (target.console_version) entry.set('console_version', target.console_version);
  else entry.delete('console_version');
  entry.set('recorded', flat(document, target.recorded));
  return { text: print(document), did: 'replaced' };
}

/** One field a line, so that a change is seen in a comparison; what is inside a field stays on its line. */
function flat(document: Document, recorded: object): YAMLMap {
  const node = document.createNode(recorded) as YAMLMap;
  for (const { value } of node.items as { value: { flow?: boolean; items?: unknown } }[])
    if (value?.items) value.flow = true;
  return node;
}

const print = (document: Document): string =>
  document.toString({ lineWidth: 0, flowCollectionPadding: false });
