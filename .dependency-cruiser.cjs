// Who may import whom: the arrows of ARCHITECTURE.md, held by `npm run deps`.
const room = (name) => `^${name}/`;
/** One module of `shared` and the sibling modules that it may reach. */
const sharedRoom = (name, mayReach) => ({
  name: `shared-${name}`,
  comment: `shared/${name} may import only: ${[name, ...mayReach].join(', ')}`,
  severity: 'error',
  from: { path: `^shared/${name}/` },
  to: { path: '^shared/', pathNot: `^shared/(${[name, ...mayReach].join('|')})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-is-closed',
      severity: 'error',
      from: { path: room('shared') },
      to: { path: '^(extension|widget|desk|test)/' },
    },
    {
      name: 'extension-imports-shared-only',
      severity: 'error',
      from: { path: room('extension') },
      to: { path: '^(widget|desk|test)/' },
    },
    {
      name: 'widget-imports-shared-only',
      severity: 'error',
      from: { path: room('widget') },
      to: { path: '^(extension|desk|test)/' },
    },
    {
      name: 'desk-imports-shared-only',
      severity: 'error',
      from: { path: room('desk') },
      to: { path: '^(extension|widget|test)/' },
    },
    {
      name: 'one-seam-over-the-browser',
      comment: 'Only extension/platform touches the browser API; entrypoints may use WXT helpers.',
      severity: 'error',
      from: { path: '^(shared|widget|desk|extension)/', pathNot: '^extension/platform/' },
      to: { path: '(wxt/browser|webextension-polyfill)' },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared runs in a page, a worker and Node: no Node built-ins, no extension API.',
      severity: 'error',
      from: { path: room('shared') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'page-trusts-nothing',
      comment: "What runs in somebody else's page parses no content.",
      severity: 'error',
      from: { path: '^extension/page/' },
      to: { path: 'node_modules/(marked|valibot|yaml)/|^shared/(manual|bundle)/' },
    },
    {
      name: 'entrypoints-are-leaves',
      severity: 'error',
      from: { pathNot: '^extension/entrypoints/' },
      to: { path: '^extension/entrypoints/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(#|virtual:)' },
    },
    sharedRoom('article', []),
    sharedRoom('guide', ['article']),
    sharedRoom('manual', ['article', 'guide']),
    sharedRoom('locate', ['guide']),
    sharedRoom('search', []),
    sharedRoom('bundle', ['article', 'guide', 'search', 'inquiry']),
    sharedRoom('inquiry', []),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css(\\?|$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
