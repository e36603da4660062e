/** The rivals' own code, from npm, as scripts for the page. Fetched on demand; never a dependency. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { fetchPackage } from './sources.ts';

export async function rivalScripts(): Promise<string[]> {
  const finder = fetchPackage('@medv/finder', '4.0.2');
  const bundled = await build({
    entryPoints: [join(finder, 'finder.js')],
    bundle: true,
    format: 'iife',
    globalName: 'medvFinder',
    write: false,
  });
  return [`${bundled.outputFiles[0]!.text};globalThis.medvFinder = medvFinder;`, playwright()];
}

/** playwright-core carries what it injects as one string literal; it is taken out and started per document. */
function playwright(): string {
  const bundle = readFileSync(join(fetchPackage('playwright-core', '1.65.1'), 'lib/coreBundle.js'), 'utf8');
  const at = bundle.indexOf('// packages/playwright-core/src/generated/injectedScriptSource.ts');
  const literal = /= ('(?:[^'\\]|\\.)*');/.exec(bundle.slice(at, at + 2_000_000))?.[1];
  if (at < 0 || !literal)
    throw new Error(
      'playwright-core: no injected script at the expected place; look at lib/coreBundle.js of this version',
    );
  const options = {
    isUnderTest: false,
    sdkLanguage: 'javascript',
    testIdAttributeName: 'data-testid',
    stableRafCount: 1,
    browserName: 'chromium',
    shouldPrependErrorPrefix: false,
    isUtilityWorld: false,
    customEngines: [],
  };
  return `globalThis.playwrightFor = (view) => { const module = {}; const source = ${literal}; new Function('module', 'window', 'document', source)(module, view, view.document); return new (module.exports.InjectedScript())(view, ${JSON.stringify(options)}); };`;
}
