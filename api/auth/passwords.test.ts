import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rules.ts';
import { createPasswords, generatePassword } from './passwords.ts';

const anna = { name: 'Anna Kim', email: 'anna.kim@studio-elster.example' };

describe('what makes a password good', () => {
  it.each([
    'my dog eats 7 blue shoes',
    'sommerregen am fenster',
    '창밖의 소나무와 빨간 자전거',
    'Zx9-kelp-Orbit-22-moss',
    'wer zuletzt lacht, bellt nicht',
    '!(§)%/=&?*#+~<>-:;',
    'k3mfx-7hq2p-vvtw9-e4zra-88nbd',
    'annähernd zwölf gelbe Kräne',
  ])('takes %s', (password) => {
    expect(passwordProblem(password, anna)).toBeNull();
  });

  it.each([
    ['too short', 'too_short'],
    ['fourteen chars', 'too_short'],
    ['🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊', 'too_short'],
    ['x7'.repeat(129), 'too_long'],
    ['line\nbreak in the password', 'not_text'],
    ['passwordpassword', 'repeated'],
    ['aaaaaaaaaaaaaaa', 'repeated'],
    ['P@ssw0rdP@ssw0rd!', 'repeated'],
    ['xY7'.repeat(80), 'repeated'],
    ['abcdefghijklmnopqrstuvwxyz', 'sequence'],
    ['Password123456789', 'common'],
    ['123456789012345', 'common'],
    ['qwertyuiopasdfgh', 'common'],
    ['azertyuiopqsdfgh', 'common'],
    ['administrator12345', 'common'],
    ['correct horse battery staple', 'common'],
    ['dkssudgktpdy12345', 'common'],
    ['비밀번호123456789012', 'common'],
    ['anna.kim@studio-elster.example', 'personal'],
    ['hello anna kim 1', 'personal'],
    ['Gatehouse-Admin-2026', 'personal'],
    ['studio elster 2026', 'personal'],
  ])('refuses %s: %s', (password, problem) => {
    expect(passwordProblem(password, anna)).toBe(problem);
  });

  it('looks at no password for long', () => {
    const hostile = ['4@8({[<369&#!1/|0$5+7%2'.repeat(11), `${'@'.repeat(255)}a`, 'ab1'.repeat(85)];
    for (const password of hostile) {
      passwordProblem(password, anna);
      const start = process.cpuUsage();
      passwordProblem(password, anna);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
    }
  });
});

describe('keeping passwords', () => {
  const passwords = createPasswords();

  it('uses argon2id with 19 MiB and two passes', async () => {
    const stored = await passwords.hash('seven quiet herons');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify(stored, 'seven quiet herons')).toBe(true);
    expect(await passwords.verify(stored, 'seven quiet heron')).toBe(false);
    expect(await passwords.verify(stored, 'Seven quiet herons')).toBe(false);
  });

  it('takes as long where there is no account', async () => {
    const stored = await passwords.hash('seven quiet herons');
    await passwords.verify(undefined, 'warm');
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (let i = 0; i < 15; i++) {
      for (const [kind, hash] of [
        ['known', stored],
        ['unknown', undefined],
      ] as const) {
        const start = performance.now();
        expect(await passwords.verify(hash, `guess ${i}`)).toBe(false);
        times[kind].push(performance.now() - start);
      }
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[7] as number;
    expect(median(times.unknown)).toBeGreaterThan(median(times.known) * 0.6);
    expect(median(times.unknown)).toBeLessThan(median(times.known) * 1.7);
  });

  it('makes up passwords that the rules take', () => {
    const made = Array.from({ length: 50 }, generatePassword);
    expect(new Set(made).size).toBe(50);
    for (const password of made) expect(passwordProblem(password, anna)).toBeNull();
  });
});
