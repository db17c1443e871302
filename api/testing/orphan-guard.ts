/**
 * Loaded into child processes of tests (`--import`): ends the child when the process that started it is gone, however
 * that ended. A killed test run so leaves nothing behind.
 */
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 500).unref();
