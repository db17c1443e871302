/** What may import what (docs/architecture.md). Type imports count. */
const level = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const desks = '^api/(first-messages|reported-conversations|quality-claims|prime-experts|support-inquiries)/';

module.exports = {
  forbidden: [
    level('no-cycles', {}, { circular: true }, 'A cycle means that two files are one.'),
    level(
      'no-orphans',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.test\\.ts$',
          '^api/(main|worker)\\.ts$',
          '^scripts/',
          '^migrations/',
          '^api/testing/',
        ],
      },
      {},
      'Nothing uses it.',
    ),
    level(
      'core-imports-nothing-of-ours',
      { path: '^api/core/' },
      { path: '^(api/(?!core/)|scripts|seeds|migrations)' },
    ),
    level(
      'db-http-jobs-live-know-core',
      { path: '^api/(db|http|jobs|live)/', pathNot: '\\.test\\.ts$' },
      { path: '^api/(?!core/|db/|http/|jobs/|live/|testing/)' },
    ),
    level(
      'signals-stand-alone',
      { path: '^api/signals/', pathNot: '\\.test\\.ts$' },
      { path: '^api/(?!signals/|core/)' },
    ),
    level(
      'engine-knows-no-desk',
      { path: '^api/(auth|audit|settings|calendar|cases|notices|me|views)/', pathNot: '\\.test\\.ts$' },
      { path: ['^api/(marketplace|container|app|main|worker)', desks] },
    ),
    level(
      'marketplace-knows-no-desk',
      { path: '^api/marketplace/', pathNot: '\\.test\\.ts$' },
      { path: ['^api/(container|app|main|worker|cases)', desks] },
    ),
    level(
      'desks-never-import-each-other',
      { path: '^api/([a-z-]+)/', pathNot: ['\\.test\\.ts$', '^api/testing/'] },
      { path: desks, pathNot: ['^api/$1/'] },
      'The container hands one a narrow read interface of another.',
    ),
    level(
      'only-the-container-knows-features',
      { path: '^api/[a-z-]+/', pathNot: ['\\.test\\.ts$', '^api/testing/'] },
      { path: '^api/(container|app|main|worker|process)\\.ts$' },
    ),
    level(
      'knex-in-stores-only',
      { path: '^api/', pathNot: ['(store|list-view)\\.ts$', '^api/(db|testing)/', '\\.test\\.ts$'] },
      { path: '^node_modules/knex/' },
    ),
    level(
      'express-at-the-edge-only',
      {
        path: '^api/',
        pathNot: [
          'routes\\.ts$',
          '^api/(http|testing)/',
          '^api/app\\.ts$',
          '\\.test\\.ts$',
          'test-(app|harness)\\.ts$',
        ],
      },
      { path: '^node_modules/(@types/)?express/' },
    ),
    level('migrations-import-knex-only', { path: '^migrations/' }, { pathNot: '^node_modules/knex/' }),
    level(
      'tests-are-not-imported',
      { pathNot: ['\\.test\\.ts$', '^api/testing/'] },
      { path: ['\\.test\\.ts$'] },
    ),
    level(
      'testing-is-for-tests',
      {
        path: '^(api|scripts|seeds)/',
        pathNot: [
          '\\.test\\.ts$',
          'testing/',
          'test-(app|harness)\\.ts$',
          '^scripts/(train-insults|bench-signals)\\.ts$',
          '^scripts/rehearsal',
        ],
      },
      { path: '/testing/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
