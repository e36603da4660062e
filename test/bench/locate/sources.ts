/** Old and new releases of admin templates: fetched on demand from npm, never a dependency of ours. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../..');
/** Ignored by git; delete it to fetch again. */
export const cache = process.env.GILJABI_BENCH_CACHE ?? join(root, '.giljabi/bench');

export interface Release {
  family: string;
  package: string;
  version: string;
  /** Folders of rendered pages inside the package; '' is its top. */
  folders: string[];
}

export const RELEASES: Release[] = [
  { family: 'admin-lte', package: 'admin-lte', version: '2.4.18', folders: ['', 'pages'] },
  { family: 'admin-lte', package: 'admin-lte', version: '3.2.0', folders: ['', 'pages'] },
  { family: 'admin-lte', package: 'admin-lte', version: '4.0.0', folders: ['dist'] },
  { family: 'sb-admin', package: 'startbootstrap-sb-admin', version: '4.0.0', folders: [''] },
  { family: 'sb-admin', package: 'startbootstrap-sb-admin', version: '7.0.7', folders: ['dist'] },
  { family: 'sb-admin-2', package: 'startbootstrap-sb-admin-2', version: '3.3.7', folders: ['pages'] },
  { family: 'sb-admin-2', package: 'startbootstrap-sb-admin-2', version: '4.1.4', folders: [''] },
  { family: 'tabler', package: 'tabler-ui', version: '0.0.34', folders: ['dist'] },
  { family: 'stisla', package: 'stisla', version: '2.3.0', folders: [''] },
  {
    family: 'sneat',
    package: 'sneat-bootstrap-html-admin-template-free',
    version: '1.0.0',
    folders: ['html'],
  },
  { family: 'gentelella', package: 'gentelella', version: '1.4.0', folders: ['production'] },
];

/** Pages that show nothing but samples of one thing: nobody could say which of forty equal buttons is meant. */
const SAMPLES =
  /icons|glyphicons|colou?r|animation|border|typography|grid|gallery|flot|morris|chart|echarts|ribbons|404|500|403|401|iframe|map\.html|xx\.html|level2|gmaps|maps|modules-(?:owl|weather|spark|vector)|errors-|misc-|spinners|toasts|tooltip|carousel|crypto|layouts?-(?:blank|fluid|container|default|trans)|avatar|buttons|sliders|test\.html|docs|invoice-print|rtl|pricing/i;

export interface PageFile {
  family: string;
  release: string;
  /** Path below the cache, with slashes. */
  path: string;
  /** The same on every release: what the page is about. */
  topic: string;
}

export function fetchPackage(name: string, version: string): string {
  const folder = join(cache, `${name.replace(/^@/, '').replace('/', '-')}-${version}`);
  if (existsSync(join(folder, 'package.json'))) return folder;
  const work = join(cache, `.fetch-${process.pid}`);
  mkdirSync(work, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--silent', `${name}@${version}`], {
    cwd: work,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .pop()!;
  execFileSync('tar', ['xzf', packed], { cwd: work });
  const inside = readdirSync(work, { withFileTypes: true }).find((one) => one.isDirectory())!.name;
  rmSync(folder, { recursive: true, force: true });
  renameSync(join(work, inside), folder);
  rmSync(work, { recursive: true, force: true });
  return folder;
}

export function pagesOf(release: Release): PageFile[] {
  const folder = fetchPackage(release.package, release.version);
  const pages: PageFile[] = [];
  for (const part of release.folders) {
    const at = join(folder, part);
    const deep = part !== '';
    for (const name of readdirSync(at, { recursive: deep, encoding: 'utf8' })) {
      if (!name.endsWith('.html') || SAMPLES.test(name) || /node_modules|plugins|bower/.test(name)) continue;
      const path = relative(cache, join(at, name)).replaceAll('\\', '/');
      const topic = name
        .replace(/\.html$/, '')
        .replaceAll('\\', '/')
        .split('/')
        .slice(-2)
        .join('/')
        .replace(/^(?:pages|examples)\//, '');
      pages.push({ family: release.family, release: `${release.package}@${release.version}`, path, topic });
    }
  }
  return pages.sort((a, b) => a.path.localeCompare(b.path));
}

/** The same topic in an older and a newer release of one template. */
export function releasePairs(): { old: PageFile; new: PageFile }[] {
  const pairs: { old: PageFile; new: PageFile }[] = [];
  const all = RELEASES.map((release) => pagesOf(release));
  for (const [i, older] of all.entries()) {
    for (const newer of all.slice(i + 1)) {
      if (older[0]?.family !== newer[0]?.family) continue;
      for (const page of older) {
        const same = newer.find((one) => topicKey(one.topic) === topicKey(page.topic));
        if (same) pairs.push({ old: page, new: same });
      }
    }
  }
  return pairs;
}

/** Renames between releases: mailbox/mailbox became mailbox/inbox, forms/general became forms/elements. */
const RENAMED: Record<string, string> = {
  'mailbox/mailbox': 'mailbox/inbox',
  'mailbox/read-mail': 'mailbox/read',
  'forms/general': 'forms/elements',
  'forgot-password': 'password',
};

function topicKey(topic: string): string {
  return RENAMED[topic] ?? topic;
}
