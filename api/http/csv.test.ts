import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from './csv.ts';

describe('CSV', () => {
  it('quotes what has a comma, a quote or an end of line (RFC 4180)', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', '', null, 3, false])).toBe(
      'a,"b,c","say ""hi""","two\nlines",,,3,false\r\n',
    );
    expect(csvCell(['contact_phone', 'insult'])).toBe('contact_phone insult');
  });

  it('leaves no text that a spreadsheet would run', () => {
    for (const text of ['=1+1', '+49 30', '-2', '@SUM(A1)', ' =1', '＝1', "'=1", '“=1']) {
      expect(csvCell(text)).toBe(`'${text}`);
    }
    expect(csvCell('"=HYPERLINK(""x"")')).toBe('"\'""=HYPERLINK(""""x"""")"');
    expect(csvCell('=a,b')).toBe('"\'=a,b"');
    expect(csvCell('\t=1')).toBe("'\t=1");
    expect(csvCell('\r=1')).toBe('"\'\r=1"');
    expect(csvCell(-5)).toBe('-5');
    expect(csvCell('a=b')).toBe('a=b');
    expect(csvCell(['=cmd', 'x'])).toBe("'=cmd x");
  });
});
