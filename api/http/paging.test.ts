import { describe, expect, it } from 'vitest';
import { BadInputError } from '../core/errors.ts';
import { decodeCursor, encodeCursor } from './paging.ts';

const SHAPE = ['int32', 'number', 'string'] as const;
const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('a cursor', () => {
  it('gives back where the page ended', () => {
    const end = [-50, 1_763_884_800_000, 'case_1'];
    expect(decodeCursor(encodeCursor(end), SHAPE)).toEqual(end);
  });

  it.each([
    [1e308, 0, ''],
    [0, 1e308, ''],
    [0, 1.5, ''],
    [0, 2 ** 53, ''],
    [2 ** 31, 0, ''],
    [-(2 ** 31) - 1, 0, ''],
    [0.5, 0, ''],
    [0, 0, 'a\u0000'],
    [0, 0, '\ud800'],
    ['0', 0, ''],
    [0, 0],
    [0, 0, '', ''],
    [null, 0, ''],
    [[0], 0, ''],
  ])('that no list can have given out is refused: %j', (...values) => {
    expect(() => decodeCursor(forged(values), SHAPE)).toThrow(BadInputError);
  });

  it.each(['', 'x', '{}', 'e30', '%', '\u0000', 'W10', 'bnVsbA'])('is refused as "%s"', (cursor) => {
    expect(() => decodeCursor(cursor, SHAPE)).toThrow(BadInputError);
  });
});
