/** Members of a small marketplace, and their first messages in four languages. All texts are our own. */
export function demoMembers(now: number): Record<string, unknown>[] {
  return [
    {
      id: 'demo-client-1',
      kind: 'client',
      nickname: '하늘컴퍼니',
      accountType: 'business',
      locale: 'ko',
      joinedAt: new Date(now - 86_400_000).toISOString(),
    },
    {
      id: 'demo-expert-1',
      kind: 'expert',
      nickname: '로고장인',
      accountType: 'individual',
      locale: 'ko',
      joinedAt: new Date(now - 90 * 86_400_000).toISOString(),
    },
  ];
}

export function demoMessages(now: number): Record<string, unknown>[] {
  return [
    {
      id: 'demo-msg-1',
      conversationId: 'demo-conv-1',
      senderId: 'demo-client-1',
      recipientId: 'demo-expert-1',
      kind: 'text',
      text: '안녕하세요, 카페 로고 작업 문의드립니다.',
      sentAt: new Date(now - 60_000).toISOString(),
    },
  ];
}
