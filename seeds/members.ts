import { expertFor, type Texts } from './texts/contract.ts';
import { LANGUAGES } from './texts/languages.ts';

const DAY = 86_400_000;

export interface DemoMember {
  id: string;
  kind: 'client' | 'expert';
  nickname: string;
  accountType: 'individual' | 'business';
  businessVerifiedAt?: string;
  locale: string;
  email: string;
  joinedAt: string;
}

const daysAgo = (now: number, days: number) => new Date(now - days * DAY).toISOString();

/** The people of one language: clients who joined within days, and experts who have been there for years. */
export function membersOf(texts: Texts, now: number): DemoMember[] {
  const clients = texts.clients.map((person, index) => {
    const id = `demo-client-${texts.locale}-${index + 1}`;
    const joined = 0.3 + index * index * 4;
    return {
      id,
      kind: 'client' as const,
      ...person,
      ...(person.accountType === 'business' && index % 3 !== 2
        ? { businessVerifiedAt: daysAgo(now, joined * 0.9) }
        : {}),
      locale: texts.locale,
      email: `${id}@example.com`,
      joinedAt: daysAgo(now, joined),
    };
  });
  const experts = texts.experts.map((person, index) => {
    const id = `demo-expert-${texts.locale}-${index + 1}`;
    const joined = 40 + index * 260;
    return {
      id,
      kind: 'expert' as const,
      ...person,
      ...(person.accountType === 'business' ? { businessVerifiedAt: daysAgo(now, joined - 5) } : {}),
      locale: texts.locale,
      email: `${id}@example.com`,
      joinedAt: daysAgo(now, joined),
    };
  });
  return [...clients, ...experts];
}

/** Everybody: forty members in four languages. */
export function demoMembers(now: number): DemoMember[] {
  return LANGUAGES.flatMap((texts) => membersOf(texts, now));
}

/** One service per line of work, offered by the experts in turn. */
export function demoServices(now: number) {
  return LANGUAGES.flatMap((texts) =>
    texts.topics.map((topic, index) => ({
      id: `demo-service-${texts.locale}-${index + 1}`,
      expertId: `demo-expert-${texts.locale}-${expertFor(texts, index) + 1}`,
      title: topic.service,
      category: topic.category,
      qualityGuarantee: index % 2 === 0,
      listedAt: daysAgo(now, 30 + index * 17),
      status: 'listed',
    })),
  );
}

const PRICE: Readonly<Record<string, number>> = { KRW: 280_000, EUR: 145_000, USD: 160_000 };

/** Orders of the clients who have been there longest: what the desk counts on a member's card. */
export function demoOrders(now: number) {
  return LANGUAGES.flatMap((texts) =>
    demoServices(now)
      .filter((service) => service.id.startsWith(`demo-service-${texts.locale}-`))
      .map((service, index) => ({
        id: `demo-order-${texts.locale}-${index + 1}`,
        clientId: `demo-client-${texts.locale}-${texts.clients.length - (index % 3)}`,
        expertId: service.expertId,
        serviceId: service.id,
        amount: { value: (PRICE[texts.currency] ?? 100_000) + index * 15_000, currency: texts.currency },
        status: 'completed',
        orderedAt: daysAgo(now, 24 - index * 2),
        deliveredAt: daysAgo(now, 18 - index * 2),
        completedAt: daysAgo(now, 16 - index * 2),
        qualityGuarantee: service.qualityGuarantee,
      })),
  );
}

export function demoReviews(now: number) {
  return demoOrders(now)
    .filter((_, index) => index % 3 !== 1)
    .map((order, index) => ({
      id: order.id.replace('order', 'review'),
      orderId: order.id,
      rating: [5, 4, 5, 3, 5][index % 5],
      createdAt: order.completedAt,
    }));
}
