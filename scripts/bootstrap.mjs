// `npm run demo` and `npm test` begin here: plain JavaScript that Node 18 understands, because nothing is installed yet.
// It installs the dependencies where they are missing or out of date, and hands over to the Node of `node_modules`.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPTS = ['demo', 'test'];
const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.gatehouse-installed');
const started = Date.now();

/** Where the `node` package puts its binary, on Windows and elsewhere. */
function runtime() {
  const places = [join(modules, 'node', 'bin', 'node'), join(modules, 'node', 'bin', 'node.exe')];
  return places.find((place) => existsSync(place));
}

const lock = readFileSync(join(root, 'package-lock.json'));
const wanted = createHash('sha256').update(lock).digest('hex');

/** Whether what npm itself says it has installed is what the lock file asks for (somebody ran `npm ci` by hand). */
function installedByHand() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const asked = JSON.parse(lock.toString('utf8')).packages;
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  const same = (path) => there[path]?.version === asked[path].version;
  return (
    Object.keys(asked).every((path) => path === '' || asked[path].optional || same(path)) &&
    Object.keys(there).every((path) => asked[path] !== undefined)
  );
}

function isInstalled() {
  if (runtime() === undefined) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  if (!installedByHand()) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/** Says how far the installation is: one line that changes, or a line every five seconds where nobody watches. */
function showProgress() {
  const packages = JSON.parse(lock.toString('utf8')).packages;
  const paths = Object.keys(packages).filter((path) => path !== '' && !packages[path].optional);
  // npm makes all the folders first; a package is there when its package.json is
  const there = () => paths.filter((path) => existsSync(join(root, path, 'package.json'))).length;
  const line = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const done = there();
    const last = done === paths.length ? ', running install scripts' : '';
    return `  installing: ${done} of ${paths.length} packages${last}, ${seconds} s`;
  };
  const tty = process.stderr.isTTY === true;
  const show = () => process.stderr.write(tty ? `\r${line()}   ` : `${line()}\n`);
  const timer = setInterval(show, tty ? 500 : 5000);
  return () => {
    clearInterval(timer);
    if (tty) process.stderr.write(`\r${' '.repeat(70)}\r`);
  };
}

/**
 * Runs a program to its end, hands signals on to it, and gives its exit code.
 * The child has a channel to this process: where this one is killed, it closes, and the child knows that it is alone.
 */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, ...options });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    // npm was killed without a word: what it started must not stay behind
    const parent = process.ppid;
    const watch = () => {
      if (process.ppid !== parent) child.kill('SIGTERM');
    };
    if (process.env.npm_lifecycle_event !== undefined) setInterval(watch, 1000).unref();
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const one of signals) process.off(one, pass);
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1));
    });
  });
}

async function install() {
  const why = existsSync(modules) ? 'The dependencies have changed' : 'This is the first start';
  process.stderr.write(`${why}: installing the dependencies (npm ci, about a minute, once).\n`);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error', '--include=dev'];
  const [command, all] =
    npm !== undefined && basename(npm) === 'npm-cli.js'
      ? [process.execPath, [npm, ...args]]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
  const done = showProgress();
  // npm's own standard output is a summary that would mix with what the script prints
  const code = await run(command, all, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: command === 'npm.cmd',
  });
  done();
  if (code !== 0) {
    process.stderr.write(`npm ci failed (exit code ${code}); what it said stands above.\n`);
    process.exit(code);
  }
  if (runtime() === undefined) {
    process.stderr.write(
      'npm did not run the install script of the package "node", which brings the runtime.\n' +
        'Allow it (npm config: ignore-scripts must be false; see allowScripts in package.json) and try again.\n',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  process.stderr.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

const [script, ...args] = process.argv.slice(2);
if (!SCRIPTS.includes(script)) {
  process.stderr.write(`usage: node scripts/bootstrap.mjs ${SCRIPTS.join('|')} [options]\n`);
  process.exit(2);
}
if (!isInstalled()) await install();
process.exitCode = await run(runtime(), [join('scripts', `${script}.ts`), ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
