/**
 * Times `scan` on ordinary and hostile texts, beside one plain pass over the same text (a sum of its units) in the same run:
 * `node scripts/bench-signals.ts [--quick]`. Prints p50 and p99 in milliseconds, by the
 * clock and by CPU time of the thread, and the ratio of medians to the pass.
 */
import { scan } from '../api/signals/scan.ts';
import { PARTS } from '../api/signals/testing/measure.ts';
import { neutralTexts } from '../api/signals/testing/neutral.ts';
import { Random } from '../api/signals/testing/random.ts';

const QUICK = process.argv.includes('--quick');
const LONGEST = 20_000;
const random = new Random(5);
const to = (size: number, piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const talk = [
  ...neutralTexts('ko'),
  ...neutralTexts('en'),
  ...neutralTexts('de'),
  ...neutralTexts('fr'),
  ...PARTS.dev().map((s) => s.text),
];
const prose = (size: number) => {
  let text = '';
  while (text.length < size) text += `${random.pick(talk)} `;
  return text.slice(0, size);
};
const anything = (size: number) =>
  Array.from({ length: size }, () => String.fromCharCode(Math.floor(random.next() * 0x10000))).join('');
const printable = (size: number) =>
  Array.from({ length: size }, () => String.fromCharCode(32 + Math.floor(random.next() * 95))).join('');

const HOSTILE: Record<string, string> = {
  digits: '1',
  zeros: '0',
  dots: '.',
  ats: '@',
  kieuk: 'ㅋ',
  combining: '\u0336',
  zeroWidth: '\u200b',
  'a.a.': 'a.',
  '0 1 0 ': '0 1 0 ',
  '010-': '010-',
  '+82 ': '+82 10 ',
  '01012345678 ': '01012345678 ',
  'a@a': 'a@a',
  'a@a.a': 'a@a.',
  'a@b.com ': 'a@b.com ',
  'a@gmail@': 'a@gmail',
  'at dot': 'at dot ',
  'a at b dot c ': 'a at b dot c ',
  골뱅이: '골뱅이',
  '네이버 점 ': '네이버 점 ',
  family: '👨\u200d👩\u200d👧',
  loneHigh: '\ud83d',
  loneLow: '\udc00',
  rtl: '\u202eשלום ',
  arabic: '\ufdfa',
  jamo: 'ㅋㅏ',
  conjoining: '\u1100\u1161\u11a8',
  hangul: '가',
  공일: '공일',
  카톡: '카톡',
  '카 톡 ': '카 톡 ',
  zkxhr: 'zkxhr ',
  'kakao id ': 'kakao id ',
  '직거래 ': '직거래 계좌 ',
  'http://': 'http://',
  'www.': 'www.',
  'a.com/': 'a.com/',
  'a.co ': 'aa.co ',
  '(((': '(',
  '[.]': '[.]',
  'a[.]': 'a[.]',
  stars: '*',
  'f*': 'f*',
  'f*ck': 'f*ck ',
  a1: 'a1',
  '1337': 'h4x0r ',
  씨발: '씨발',
  fuck: 'fuck ',
  'de12 ': 'de12 ',
  iban: 'de89 3704 0044 ',
  newlines: '\n',
  spaces: ' ',
  quatre: 'quatre-vingt-',
  six: 'six ',
  'one ': 'one two ',
  and: 'and ',
  'double ': 'double ',
  '12:30': '12:30',
  '1,000': '1,000',
  '1.2.3': '1.2.3.',
  '국민 ': '국민 1 ',
  letters: 'a',
  'ab ': 'ab ',
  '-': '-',
  _: '_',
  ß: 'ß',
  '㏂': '㏂',
  nul: '\0',
  'free win ': 'free win ',
  '€': '€',
  o: 'o',
  l0: 'l0',
  'o ': 'o ',
  'gmail a ': 'gmail abc ',
  a1_: 'gmail a1_',
  '@abcd ': 'insta @abcd ',
  'cash me ': 'cash me ',
  'id x_y ': 'id x_y ',
  'paypal ': 'paypal ',
  토스로: '토스로 드릴게요 ',
  ᆞ: '0ᆞ',
  여기말고: '여기 말고 ',
};

/** CPU time of this thread, ms: on a shared machine wall time tells as much of the neighbours as of us. */
const cpu = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

function measure(name: string, texts: readonly string[], runs: number): void {
  const wall: number[] = [];
  const busy: number[] = [];
  const passed: number[] = [];
  for (let i = 0; i < runs; i++) {
    const text = texts[i % texts.length] ?? '';
    const cpuStart = cpu();
    let start = performance.now();
    scan(text);
    wall.push(performance.now() - start);
    busy.push(cpu() - cpuStart);
    start = performance.now();
    sink += pass(text);
    passed.push(performance.now() - start);
  }
  const at = (list: number[], q: number) =>
    list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0;
  const cell = (value: number) => value.toFixed(3).padStart(8);
  const ratio = (at(wall, 0.5) / at(passed, 0.5)).toFixed(0).padStart(6);
  console.log(
    `${name.padEnd(26)} wall p50 ${cell(at(wall, 0.5))} p99 ${cell(at(wall, 0.99))}  cpu p50 ${cell(at(busy, 0.5))} p99 ${cell(at(busy, 0.99))} ms  x pass ${ratio}`,
  );
}

let sink = 0;
function pass(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

const warm = Array.from({ length: 200 }, () => prose(300));
for (let i = 0; i < (QUICK ? 500 : 3_000); i++) scan(warm[i % warm.length] ?? '');

for (const size of [100, 500, 2_000, LONGEST]) {
  const texts = Array.from({ length: 50 }, () => prose(size));
  measure(`prose ${size}`, texts, size > 5_000 ? 100 : QUICK ? 300 : 3_000);
}
for (const [name, piece] of Object.entries(HOSTILE))
  measure(`${LONGEST} × ${name}`, [to(LONGEST, piece)], QUICK ? 10 : 40);
measure(`${LONGEST} random units`, [anything(LONGEST), anything(LONGEST)], QUICK ? 10 : 40);
measure(`${LONGEST} printable`, [printable(LONGEST), printable(LONGEST)], QUICK ? 10 : 40);
if (sink === 0.5) console.log(sink);
