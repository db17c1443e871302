import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * `npm test`: everything that has to hold. First the static checks (side by side, as they share nothing), then the
 * tests. Arguments go to vitest. The last line is `N passed, N failed`: tests, and each check that failed.
 */
const root = join(import.meta.dirname, '..');
const results = join(root, 'var', `test-results-${process.pid}.json`);
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

const CHECKS = [
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'types of the console', command: 'tsc', args: ['-p', 'admin-ui'] },
  { name: 'lint', command: 'eslint', args: ['.', '--max-warnings=0'] },
  { name: 'formatting', command: 'biome', args: ['format', '.'] },
  {
    name: 'dependency rules',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', 'api', 'admin-ui', 'migrations', 'seeds', 'scripts'],
  },
];

/** What tests say where a service does not answer; all of it is said once, at the end. */
const NOT_TESTED = /^\*\*\* NOT TESTED HERE: (.*) \*\*\*$/gm;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

interface Finished {
  code: number;
  seconds: number;
  output: string;
}

const environment = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` };
const running = new Set<ReturnType<typeof spawn>>();

/** Runs a program; its output is collected, and shown meanwhile where `shown`. */
function run(command: string, args: readonly string[], shown: boolean): Promise<Finished> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(bin(command), args, {
      cwd: root,
      env: environment,
      stdio: ['ignore', shown ? 'inherit' : 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (bytes: Buffer) => (output += bytes.toString()));
    child.stderr?.on('data', (bytes: Buffer) => {
      const text = bytes.toString();
      output += text;
      if (shown) process.stderr.write(text.replace(NOT_TESTED, ''));
    });
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, seconds: Math.round(performance.now() - begun) / 1000, output });
    });
  });
}

/** @returns the names of the checks that failed */
async function runChecks(): Promise<string[]> {
  say(`Checks: ${CHECKS.map((check) => check.name).join(', ')}`);
  const failed: string[] = [];
  await Promise.all(
    CHECKS.map(async ({ name, command, args }) => {
      const { code, seconds, output } = await run(command, args, false);
      say(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
      if (code === 0) return;
      failed.push(name);
      say(output.trimEnd());
    }),
  );
  return failed;
}

interface VitestResult {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

async function runTests(args: readonly string[]) {
  say('\nTests: vitest');
  await mkdir(join(root, 'var'), { recursive: true });
  const { code, output } = await run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...args],
    true,
  );
  const text = await readFile(results, 'utf8').catch(() => undefined);
  await rm(results, { force: true });
  const notTested = [...new Set([...output.matchAll(NOT_TESTED)].map(([, what]) => what))].join('; ');
  if (text === undefined) return { passed: 0, failed: 1, skipped: [] as string[], notTested };
  const report = JSON.parse(text) as VitestResult;
  // a file that could not even be loaded has failed, although none of its tests could say so
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  const skipped = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status !== 'passed' && test.status !== 'failed')
    .map((test) => test.fullName);
  // an error outside of any test fails the run too
  const counted = failed === 0 && code !== 0 ? 1 : failed;
  return { passed: report.numPassedTests, failed: counted, skipped, notTested };
}

async function main(): Promise<number> {
  const failedChecks = await runChecks();
  if (failedChecks.length > 0 && process.env.CI === undefined) {
    say(
      `\nStopped before the tests: ${failedChecks.join(', ')} failed (npm run format helps with formatting).`,
    );
    say(`0 passed, ${failedChecks.length} failed`);
    return 1;
  }
  const { passed, failed, skipped, notTested } = await runTests(process.argv.slice(2));
  const required = process.env.GATEHOUSE_REQUIRE_SERVICES === '1';
  if (failedChecks.length > 0) say(`\nFailed checks: ${failedChecks.join(', ')}`);
  if (notTested !== '') say(`\n*** NOT TESTED HERE: ${notTested} ***`);
  if (required && skipped.length > 0) {
    say(`\nGATEHOUSE_REQUIRE_SERVICES=1, but these were skipped:\n  ${skipped.join('\n  ')}`);
  }
  const all = failed + failedChecks.length + (required ? skipped.length : 0);
  say(`${passed} passed, ${all} failed`);
  return all === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
  });
}
process.exitCode = await main();
// the channel to the bootstrap would keep this process alive
process.disconnect?.();
