/** What may import what (docs/architecture.md). Type imports count. */
const level = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const desks = '^api/(first-messages|reported-conversations|quality-claims|prime-experts|support-inquiries)/';
const consoleDesks =
  '^admin-ui/(first-messages|reported-conversations|quality-claims|prime-experts|support-inquiries)/';

module.exports = {
  forbidden: [
    level('no-cycles', {}, { circular: true }, 'A cycle means that two files are one.'),
    level(
      'no-orphans',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.test\\.tsx?$',
          '^api/(main|worker)\\.ts$',
          '^scripts/',
          '^migrations/',
          '^(api|admin-ui)/testing/',
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
      { path: '^api/(db|http|jobs|live)/', pathNot: '\\.test\\.tsx?$' },
      { path: '^api/(?!core/|db/|http/|jobs/|live/|testing/)' },
    ),
    level(
      'signals-stand-alone',
      { path: '^api/signals/', pathNot: '\\.test\\.tsx?$' },
      { path: '^api/(?!signals/|core/)' },
    ),
    level(
      'engine-knows-no-desk',
      { path: '^api/(auth|audit|settings|calendar|cases|notices|me|views)/', pathNot: '\\.test\\.tsx?$' },
      { path: ['^api/(marketplace|container|app|main|worker)', desks] },
    ),
    level(
      'marketplace-knows-no-desk',
      { path: '^api/marketplace/', pathNot: '\\.test\\.tsx?$' },
      { path: ['^api/(container|app|main|worker|cases)', desks] },
    ),
    level(
      'desks-never-import-each-other',
      { path: '^api/([a-z-]+)/', pathNot: ['\\.test\\.tsx?$', '^api/testing/'] },
      { path: desks, pathNot: ['^api/$1/'] },
      'The container hands one a narrow read interface of another.',
    ),
    level(
      'only-the-container-knows-features',
      { path: '^api/[a-z-]+/', pathNot: ['\\.test\\.tsx?$', '^api/testing/'] },
      { path: '^api/(container|app|main|worker|process)\\.ts$' },
    ),
    level(
      'knex-in-stores-only',
      { path: '^api/', pathNot: ['(store|list-view)\\.ts$', '^api/(db|testing)/', '\\.test\\.tsx?$'] },
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
          '\\.test\\.tsx?$',
          'test-(app|harness)\\.ts$',
        ],
      },
      { path: '^node_modules/(@types/)?express/' },
    ),
    level(
      'admin-ui-takes-only-types-of-the-contract',
      { path: '^admin-ui/' },
      { path: '^api/', pathNot: ['contract\\.ts$', '^api/core/permissions\\.ts$'] },
    ),
    level(
      'admin-ui-runs-no-code-of-the-api',
      { path: '^admin-ui/' },
      { path: '^(api|migrations|seeds|scripts)/', dependencyTypesNot: ['type-only'] },
    ),
    level('nothing-imports-admin-ui', { path: '^(api|migrations|seeds|scripts)/' }, { path: '^admin-ui/' }),
    level(
      'desks-of-admin-ui-never-import-each-other',
      { path: consoleDesks },
      { path: '^admin-ui/', pathNot: ['^admin-ui/(desk|providers|layout|ui|theme|i18n)/', '^admin-ui/$1/'] },
    ),
    level(
      'shared-admin-ui-knows-no-desk',
      { path: '^admin-ui/(desk|providers|layout|ui|theme)/', pathNot: ['\\.test\\.tsx?$', '/testing/'] },
      { path: consoleDesks },
    ),
    level('migrations-import-knex-only', { path: '^migrations/' }, { pathNot: '^node_modules/knex/' }),
    level(
      'tests-are-not-imported',
      { pathNot: ['\\.test\\.tsx?$', '^api/testing/'] },
      { path: ['\\.test\\.tsx?$'] },
    ),
    level(
      'testing-is-for-tests',
      {
        path: '^(api|admin-ui|scripts|seeds)/',
        pathNot: [
          '\\.test\\.tsx?$',
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
