import { readFileSync } from 'node:fs';
import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const home = path.resolve(root, process.env.GILJABI_HOME ?? '.giljabi');
const content = path.resolve(root, process.env.GILJABI_CONTENT ?? 'content');

const readText = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** The publisher's public keys. Without any, every bundle is refused: said at build time, not to visitors. */
function trustedKeys(): unknown {
  const file = process.env.GILJABI_KEYS_FILE ?? path.join(home, 'keys/trusted.json');
  const text = readText(file);
  if (text === null)
    console.warn(
      `widget: ${file} is missing, so this widget trusts no bundle. Run "giljabi keys" first, then build again.`,
    );
  return JSON.parse(text ?? '[]');
}

/** What the form needs when no bundle can be had: consent text, limits, contact, and where the desk is. */
function fallback(): unknown {
  const lounge = parse(readText(path.join(content, 'lounge.yaml')) ?? '{}');
  const key = JSON.parse(readText(path.join(home, 'keys/receipt.json')) ?? '{}').key;
  if (!lounge.consent || !key) return null;
  const { consent, limits, contact, desk } = lounge;
  return {
    consent,
    limits,
    contact,
    desk: { url: process.env.GILJABI_DESK_URL ?? desk.url, receiptKey: key },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [preact({ devToolsEnabled: false, reactAliasesEnabled: false })],
  define: {
    __GILJABI_KEYS__: JSON.stringify(trustedKeys()),
    __GILJABI_FALLBACK__: JSON.stringify(fallback()),
  },
  build: {
    outDir: process.env.GILJABI_WIDGET_OUT ?? path.join(home, 'widget'),
    emptyOutDir: true,
    target: 'es2022',
    // The first browsers with `light-dark()`: put in other words it would no longer ask the page around which it is.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // A library: Vite then puts no helper of its own around `import()`, which would insert <link> elements into the page.
    lib: { entry: path.join(import.meta.dirname, 'widget.ts'), formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'exports-only',
      // Importing a module of `shared` does nothing by itself: what is not called is left out.
      treeshake: { moduleSideEffects: [{ test: /\/shared\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        minify: true,
        comments: { annotation: false },
        entryFileNames: 'widget.js',
        chunkFileNames: 'widget/[name]-[hash].js',
        assetFileNames: 'widget/[name]-[hash][extname]',
        // What is always fetched together in one file: each further one costs a request and its own dictionary.
        codeSplitting: {
          groups: [
            {
              name: 'face',
              test: /node_modules\/preact\/|shared\/(search\/suggester|ui\/(base|tokens|hits|icon|text\/context))|widget\/(draw|use-bundle|widget\.css)/,
            },
          ],
        },
      },
    },
  },
});
