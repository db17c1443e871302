import type { Response } from 'express';
import { describe, expect, it } from 'vitest';
import { AppError } from '../core/errors.ts';
import { sendProblem } from './problem.ts';

function sent(error: AppError): { status: number; body: Record<string, unknown> } {
  let text = '';
  const res = {
    statusCode: 200,
    req: { complete: true },
    setHeader: () => {},
    end: (body: string) => {
      text = body;
    },
  };
  sendProblem(res as unknown as Response, error);
  return { status: res.statusCode, body: JSON.parse(text) as Record<string, unknown> };
}

describe('a problem document', () => {
  it('says the HTTP status, whatever else the error carries', () => {
    const { status, body } = sent(
      new AppError(409, 'wrong_status', 'It is decided.', { status: 'decided', code: 'other', version: 3 }),
    );
    expect(status).toBe(409);
    expect(body).toEqual({
      type: 'urn:gatehouse:problem:wrong_status',
      title: 'Conflict',
      status: 409,
      detail: 'It is decided.',
      code: 'wrong_status',
      version: 3,
    });
  });
});
