import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import preact from '@preact/preset-vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { parse } from 'yaml';

const root = import.meta.dirname;
const made = path.resolve(process.env.GILJABI_HOME ?? path.join(root, '.giljabi'));
/** Lets the practice consoles of this machine be guided; never set for a build that others install. */
const practice = process.env.GILJABI_PRACTICE === '1';

/** Addresses of the consoles that are the same for everybody; others are added by the admin, one by one. */
function consoleAddresses(): string[] {
  const content = path.join(root, 'content');
  return readdirSync(content)
    .map((folder) => path.join(content, folder, 'console.yaml'))
    .filter((file) => existsSync(file))
    .flatMap((file) => (parse(readFileSync(file, 'utf8')) as { addresses?: string[] }).addresses ?? []);
}

/** What `giljabi publish` has made: the first bundle travels inside the package. */
function packagedBundle(): { absoluteSrc: string; relativeDest: string }[] {
  const dir = path.join(made, 'bundle');
  if (!existsSync(path.join(dir, 'manifest.json')))
    throw new Error(`There is no bundle in ${dir} to package. Run \`npm run -s giljabi -- publish\` first.`);
  const files = [
    'manifest.json',
    'manifest.sig',
    ...readdirSync(path.join(dir, 'parts')).map((name) => `parts/${name}`),
  ];
  return files.map((name) => ({ absoluteSrc: path.join(dir, name), relativeDest: `bundle/${name}` }));
}

function trustedKeys(): unknown {
  const file = path.join(made, 'keys', 'trusted.json');
  if (!existsSync(file))
    throw new Error(`There is no key to trust in ${file}. Run \`npm run -s giljabi -- keys new\` first.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: process.env.GILJABI_OUT ?? '.output',
  imports: false,
  manifest: ({ browser }) => ({
    name: '길잡이',
    description: '메일 관리 화면 위에서 바로 알려 주는 도움말',
    default_locale: undefined,
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms'],
    host_permissions: [
      ...consoleAddresses(),
      ...(practice ? ['http://127.0.0.1/*', 'http://localhost/*'] : []),
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '길잡이' },
    // Two Latin letters: in the address bar nobody wants to change the keyboard first.
    omnibox: { keyword: 'gj' },
    // Both can be changed on the browser's own page for shortcuts.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
      'swap-focus': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '화면과 길잡이 카드 오가기 / Between the page and the card',
      },
    },
    ...(browser === 'chrome' && { minimum_chrome_version: '130' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'giljabi@giljabi.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push(...packagedBundle());
    },
    // Background and our own pages speak through webextension-polyfill. What goes into a console's page does not carry it:
    // sending a message is all that is asked of the browser there.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'content-script' || type === 'unlisted-script')) return;
      config.resolve = mergeConfig(config, {
        resolve: { alias: { 'wxt/browser': '@wxt-dev/webextension-polyfill/browser' } },
      }).resolve;
    },
  },
  vite: () => ({
    plugins: [preact()],
    build: { modulePreload: false },
    define: {
      __GILJABI_KEYS__: JSON.stringify(trustedKeys()),
      __GILJABI_BUNDLE_URL__: JSON.stringify(
        process.env.GILJABI_BUNDLE_URL ?? 'http://127.0.0.1:4810/bundle/',
      ),
    },
  }),
});
