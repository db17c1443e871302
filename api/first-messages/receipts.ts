import { type AppError, ConflictError, RuleError } from '../core/errors.ts';
import type { MessageBody, RecordResult } from '../marketplace/contract.ts';
import type { MessageReceipt } from './contract.ts';

/** What became of one message: its receipt, or why it was refused. */
export type Outcome = { receipt: MessageReceipt; created: boolean } | { refused: AppError; field?: string };

export function receiptOf(
  id: string,
  disposition: MessageReceipt['disposition'],
  caseId: string | null,
): MessageReceipt {
  return caseId === null ? { id, disposition } : { id, disposition, caseId };
}

export function unknownMember(field: 'senderId' | 'recipientId', message: MessageBody): RuleError {
  return new RuleError(
    'unknown_reference',
    `${field}: there is no member "${message[field]}". Send the member first.`,
    {
      errors: [{ path: `/body/${field}`, message: 'is not a member' }],
    },
  );
}

export function otherContent(id: string): ConflictError {
  return new ConflictError(
    'id_reused',
    `A message "${id}" with other content is here already. Messages do not change.`,
  );
}

export function toResult(outcome: Outcome): RecordResult {
  if ('refused' in outcome) {
    const { code, message } = outcome.refused;
    return {
      refused: code,
      detail: message,
      ...(outcome.field === undefined ? {} : { field: outcome.field }),
    };
  }
  const { disposition } = outcome.receipt;
  return { result: outcome.created ? 'created' : 'unchanged', disposition };
}
