import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';

/** The inodes of the sockets that listen on `port`, from the kernel's own table. */
function listeningInodes(port: number): Set<string> {
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      const [, local = '', , state, , , , , , inode] = fields;
      if (state === LISTENING && Number.parseInt(local.split(':')[1] ?? '', 16) === port && inode) {
        inodes.add(inode);
      }
    }
  }
  return inodes;
}

function fromProc(port: number): string | undefined {
  const inodes = listeningInodes(port);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      for (const fd of readdirSync(`/proc/${pid}/fd`)) {
        const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
        if (inode === undefined || !inodes.has(inode)) continue;
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return `process ${pid}: ${command.slice(0, 100)}`;
      }
    } catch {
      // it has ended, or belongs to somebody else
    }
  }
  return undefined;
}

function fromLsof(port: number): string | undefined {
  const fields = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 3000,
  });
  const pid = /^p(\d+)$/m.exec(fields)?.[1];
  const command = /^c(.+)$/m.exec(fields)?.[1];
  return pid === undefined ? undefined : `process ${pid}: ${command ?? 'unknown'}`;
}

/** Who listens on a port, as far as this machine tells; undefined where it does not. */
export function whoListens(port: number): string | undefined {
  for (const ask of [fromProc, fromLsof]) {
    try {
      const found = ask(port);
      if (found !== undefined) return found;
    } catch {
      // not this system's way
    }
  }
  return undefined;
}
