import { describe, expect, it } from 'vitest';
import { Member, MessageBody, Order, Review, Service } from '../api/marketplace/contract.ts';
import { scan } from '../api/signals/scan.ts';
import { demoMessages } from '../seeds/first-messages.ts';
import { demoMembers, demoOrders, demoReviews, demoServices } from '../seeds/members.ts';
import { createWriter, randomFrom } from '../seeds/texts/compose.ts';
import { LANGUAGES } from '../seeds/texts/languages.ts';
import { createTraffic } from './marketplace/traffic.ts';

const NOW = Date.parse('2026-11-23T01:00:00.000Z');
/** A mailbox that may be somebody’s: everything but the domains that are kept for examples. */
const REAL_ADDRESS = /@(?!example\b)[a-z0-9-]+\.(com|net|de|fr|kr|org)\b/i;

describe('the demo data', () => {
  it('is the same on every machine', () => {
    expect(demoMessages(NOW)).toEqual(demoMessages(NOW));
    expect(demoMembers(NOW)).toEqual(demoMembers(NOW));
  });

  it('is what the API takes: forty members, sixty messages between them, services, orders and reviews', () => {
    const members = demoMembers(NOW);
    expect(members).toHaveLength(40);
    for (const member of members) Member.parse(member);
    for (const service of demoServices(NOW)) Service.parse(service);
    for (const order of demoOrders(NOW)) Order.parse(order);
    for (const review of demoReviews(NOW)) Review.parse(review);
    const messages = demoMessages(NOW);
    expect(messages).toHaveLength(60);
    const ids = new Set(members.map((member) => member.id));
    for (const message of messages) {
      MessageBody.parse(message);
      expect(ids).toContain(message.senderId);
      expect(ids).toContain(message.recipientId);
      expect(Date.parse(message.sentAt)).toBeLessThan(NOW);
    }
  });

  it('leaves no gap unfilled, and nobody’s address in, in any language', () => {
    const traffic = createTraffic('test', 1);
    const texts = [
      ...demoMessages(NOW).map((message) => message.text),
      ...Array.from({ length: 2_000 }, () => traffic.next().message.text),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/[{}]/);
      expect(text).not.toMatch(REAL_ADDRESS);
    }
  });

  it.each(LANGUAGES)(
    '$locale: ordinary inquiries carry no grave signal, contact details mostly do',
    (texts) => {
      const writer = createWriter(texts, randomFrom(5));
      const grave = (style: 'inquiry' | 'contact') =>
        Array.from({ length: 200 }, (_, index) => {
          const topic = texts.topics[index % texts.topics.length];
          if (topic === undefined) throw new Error('no topics');
          return scan(writer.write(style, topic).text).some((signal) => signal.severity === 'high');
        }).filter(Boolean).length;
      expect(grave('inquiry')).toBeLessThanOrEqual(4);
      expect(grave('contact')).toBeGreaterThan(100);
    },
  );
});

describe('the simulated marketplace', () => {
  it('writes messages that the API takes, each with an id of its own, hardly two alike', () => {
    const traffic = createTraffic('test', 3);
    const sent = Array.from({ length: 1_000 }, () => traffic.next());
    for (const { message } of sent) MessageBody.parse(message);
    expect(new Set(sent.map(({ message }) => message.id)).size).toBe(1_000);
    const inquiries = sent.filter(({ style }) => style === 'inquiry').map(({ message }) => message.text);
    expect(inquiries.length).toBeGreaterThan(500);
    expect(new Set(inquiries).size).toBeGreaterThan(inquiries.length * 0.95);
    expect(new Set(sent.map(({ locale }) => locale)).size).toBe(4);
  });

  it('has the expert answer the client in their conversation', () => {
    const traffic = createTraffic('test', 4);
    const first = traffic.next();
    const answer = traffic.replyTo(first);
    expect(answer.message.senderId).toBe(first.message.recipientId);
    expect(answer.message.recipientId).toBe(first.message.senderId);
    expect(answer.message.conversationId).toBe(first.message.conversationId);
  });
});
