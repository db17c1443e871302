import { BadInputError } from '../core/errors.ts';
import { badInput, inputProblems } from '../http/input-problems.ts';
import type { Desk, Proposal } from './desk.ts';

/** The fields of a decision as a request brings them: known ones, and further ones that are the desk's own. */
export interface DecisionInput {
  outcome: string;
  reasonCode?: string | undefined;
  note?: string | undefined;
  message?: string | undefined;
  [own: string]: unknown;
}

const ENGINE_FIELDS = new Set(['outcome', 'reasonCode', 'note', 'message']);

/** Checks the input against what the desk offers. @throws BadInputError naming what is allowed */
export function proposalOf(desk: Desk, input: DecisionInput): Proposal {
  const { outcome } = input;
  if (!desk.outcomes.includes(outcome)) {
    throw new BadInputError(`/body/outcome: must be one of ${desk.outcomes.join(', ')}`, [
      { path: '/body/outcome', message: `must be one of ${desk.outcomes.join(', ')}` },
    ]);
  }
  const codes = desk.reasonCodes[outcome] ?? [];
  const reasonCode = input.reasonCode ?? null;
  const reasonFits = reasonCode === null ? codes.length === 0 : codes.includes(reasonCode);
  if (!reasonFits) {
    const message =
      codes.length === 0 ? `is not taken by "${outcome}"` : `must be one of ${codes.join(', ')}`;
    throw new BadInputError(`/body/reasonCode: ${message}`, [{ path: '/body/reasonCode', message }]);
  }
  const own = Object.fromEntries(Object.entries(input).filter(([field]) => !ENGINE_FIELDS.has(field)));
  const details = desk.details.safeParse(own);
  if (!details.success) throw badInput(inputProblems('body', details.error));
  return {
    outcome,
    reasonCode,
    note: input.note ?? null,
    message: input.message ?? null,
    details: details.data,
  };
}
