function maskPart(part: string): string {
  const [first = ''] = part;
  return `${first}***`;
}

/** `kim.minji@naver.com` → `k***@n***.com`: enough to compare with what somebody says, not to write to. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [, host = '', ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(email.slice(at + 1)) ?? [];
  return `${maskPart(email.slice(0, at))}@${maskPart(host)}${ending}`;
}

const PREFIX_DIGITS = 3;
const LAST_DIGITS = 4;

/** `010-1234-5678` → `010-****-5678`. Of a short number only the last two digits are left. */
export function maskPhone(phone: string): string {
  const count = phone.match(/\d/g)?.length ?? 0;
  const shown = count >= 10 ? { first: PREFIX_DIGITS, last: LAST_DIGITS } : { first: 0, last: 2 };
  let at = 0;
  return phone.replace(/[\p{L}\p{N}]/gu, (character) => {
    if (!/\d/.test(character)) return '*';
    at++;
    return at <= shown.first || at > count - shown.last ? character : '*';
  });
}
