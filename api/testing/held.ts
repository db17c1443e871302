import type { RunningApp } from './running-app.ts';

let sent = 0;

/** Members and held messages of a running app, sent by its marketplace as any would. */
export function marketplaceOf(app: RunningApp) {
  async function member(id: string, more: Record<string, unknown> = {}): Promise<void> {
    const body = {
      kind: 'client',
      nickname: `Nick of ${id}`,
      accountType: 'individual',
      joinedAt: '2026-01-01T00:00:00.000Z',
      ...more,
    };
    const answer = await app.marketplace('PUT', `/v1/members/${id}`, body);
    if (answer.status >= 300) throw new Error(answer.text);
  }

  async function message(text: string, more: Record<string, unknown> = {}) {
    const id = `msg-${++sent}`;
    const answer = await app.marketplace('POST', '/v1/messages', {
      id,
      conversationId: `conversation-${id}`,
      senderId: 'anna',
      recipientId: 'expert',
      kind: 'text',
      text,
      sentAt: new Date(app.clock.now()).toISOString(),
      ...more,
    });
    if (answer.status >= 300) throw new Error(answer.text);
    return answer.body as { id: string; disposition: string; caseId: string };
  }

  return {
    member,
    message,
    /** The members that `message` names unless told otherwise. */
    async twoMembers(): Promise<void> {
      await member('anna', { nickname: 'Anna', locale: 'en' });
      await member('expert', { kind: 'expert', nickname: 'Expert' });
    },
    /** Claims a case as the moderator and decides it. */
    async decide(
      caseId: string,
      decision: Record<string, unknown>,
      who: 'moderator' | 'lead' = 'moderator',
    ): Promise<Record<string, unknown>> {
      const claimed = await app.as(who, 'POST', `/api/cases/${caseId}/claim`, {});
      const { version, leaseToken } = claimed.body;
      const answer = await app.as(who, 'POST', `/api/cases/${caseId}/decision`, {
        version,
        leaseToken,
        ...decision,
      });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.body;
    },
  };
}
