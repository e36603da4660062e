/** Compares steps that were compiled with steps that were annotated by hand; order is kept. */
export interface GoldStep {
  action: string;
  labels: string[];
  acceptActions?: string[];
  acceptLabels?: string[][];
  /** What an object without a label is called. */
  desc?: string;
  /** The label was unmarked in the text: a longer or shorter cut of it is right too. */
  fuzzy?: boolean;
  /** Neither required nor wrong. */
  soft?: boolean;
  within?: string[];
}

export interface Case {
  id: string;
  lang: 'ko' | 'en' | 'ja';
  hard: boolean;
  text: string;
  noise: { line: number; kind: string }[];
  steps: GoldStep[];
}

export interface Found {
  action: string;
  labels: string[];
  within: string[];
  line: number;
}

export interface Count {
  hit: number;
  missed: number;
  extra: number;
  fromNotes: number;
  paths: number;
  pathsExact: number;
}

const TYPE =
  /(?:버튼|아이콘|메뉴|탭|항목|링크|체크박스|button|icon|tab|link|menu|field|section|ボタン|アイコン|タブ|メニュー|欄|項目)$/u;

function norm(label: string): string {
  let text = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\ufe0f|[\u200b-\u200f\s]/gu, '');
  text = text.replace(/^['"‘“「[]+(?=.)|(?<=.)['"’”」\]]+$/gu, '');
  while (text.length > 2 && TYPE.test(text) && text.replace(TYPE, '') !== '') text = text.replace(TYPE, '');
  return text;
}

function alike(a: string, b: string): boolean {
  const [short, long] = [norm(a), norm(b)].sort((x, y) => x.length - y.length) as [string, string];
  return short.length > 1 && long.includes(short) && long.length <= short.length * 2.5 + 6;
}

function sameLabels(gold: GoldStep, labels: readonly string[]): boolean {
  if (gold.action === 'goto-url') return true;
  if (gold.labels.length === 0)
    return labels.length === 0 || (gold.desc !== undefined && labels.some((one) => alike(one, gold.desc!)));
  const wanted = [gold.labels, ...(gold.acceptLabels ?? [])];
  return wanted.some((want) => {
    const same = want.length === labels.length && want.every((one, i) => norm(one) === norm(labels[i]!));
    return (
      same ||
      (gold.fuzzy === true && want.length === labels.length && want.every((one, i) => alike(one, labels[i]!)))
    );
  });
}

function actionClass(action: string, size: number): string {
  if (
    action === 'click' ||
    action === 'save' ||
    action === 'confirm' ||
    (action === 'open-menu-path' && size < 2)
  )
    return 'press';
  return action === 'select' || action === 'check' ? 'choose' : action;
}

function matches(gold: GoldStep, found: Found): boolean {
  const own = actionClass(found.action, found.labels.length);
  const fits = [gold.action, ...(gold.acceptActions ?? [])].some(
    (one) => actionClass(one, gold.labels.length) === own,
  );
  return fits && sameLabels(gold, found.labels);
}

/** Longest common run of gold and found steps; required ones weigh more than soft ones. */
export function compare(
  gold: readonly GoldStep[],
  found: readonly Found[],
  noise: ReadonlySet<number>,
): Count & { misses: GoldStep[]; extras: Found[] } {
  const best = Array.from({ length: gold.length + 1 }, () => new Array<number>(found.length + 1).fill(0));
  const worth = (i: number, j: number) => (matches(gold[i]!, found[j]!) ? (gold[i]!.soft ? 0.6 : 1) : 0);
  for (let i = gold.length - 1; i >= 0; i--)
    for (let j = found.length - 1; j >= 0; j--) {
      const w = worth(i, j);
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, w ? w + best[i + 1]![j + 1]! : 0);
    }
  const goldHit = new Set<number>();
  const foundHit = new Set<number>();
  for (let i = 0, j = 0; i < gold.length && j < found.length; ) {
    const w = worth(i, j);
    if (w && Math.abs(best[i]![j]! - w - best[i + 1]![j + 1]!) < 1e-9) {
      goldHit.add(i++);
      foundHit.add(j++);
    } else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++;
    else j++;
  }
  const required = gold.map((step, i) => [step, i] as const).filter(([step]) => !step.soft);
  const misses = required.filter(([, i]) => !goldHit.has(i)).map(([step]) => step);
  const extras = found.filter((_, j) => !foundHit.has(j));
  const paths = required.filter(([step]) => step.action === 'open-menu-path' && step.labels.length > 1);
  return {
    hit: required.length - misses.length,
    missed: misses.length,
    extra: extras.length,
    fromNotes: extras.filter((step) => noise.has(step.line)).length,
    paths: paths.length,
    pathsExact: paths.filter(([, i]) => goldHit.has(i)).length,
    misses,
    extras,
  };
}

export function f1({ hit, missed, extra }: Pick<Count, 'hit' | 'missed' | 'extra'>): number {
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + missed + extra);
}
