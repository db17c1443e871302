import type { Texts } from './contract.ts';

/** English. Telephone numbers are those that Ofcom and NANPA keep for films. */
export const en: Texts = {
  locale: 'en',
  currency: 'USD',
  clients: [
    { nickname: 'Harbour & Vine', accountType: 'business' },
    { nickname: 'Priya S.', accountType: 'individual' },
    { nickname: 'Tallgrass Outdoor Co.', accountType: 'business' },
    { nickname: 'Dana W.', accountType: 'individual' },
    { nickname: 'Fernhill Primary PTA', accountType: 'business' },
  ],
  experts: [
    { nickname: 'Mei Chen – full-stack', accountType: 'individual' },
    { nickname: 'Oliver Grant – motion design', accountType: 'individual' },
    { nickname: 'Redwood Copy', accountType: 'business' },
  ],
  newcomers: {
    first: ['Amelia', 'Jordan', 'Kwame', 'Niamh', 'Rahul', 'Sofia', 'Theo'],
    last: ['B.', 'C.', 'H.', 'K.', 'M.', 'O.', 'T.'],
  },
  topics: [
    {
      category: 'Development',
      service: 'Full-stack web development',
      needs: [
        'we run a small booking site for {industry} and need someone to add a waiting list.',
        'our checkout breaks on older iPhones and our agency has gone quiet.',
        'I have a working prototype and need help getting it ready for the first {count}0 customers.',
      ],
      details: [
        'It is Node and PostgreSQL, with tests that mostly pass. Could you have a look and tell us roughly how many days you would need?',
        'There is a short write-up attached. We are in UTC but flexible about calls.',
        'We would start with a fixed-price review, and carry on from there if we get along.',
      ],
      attachment: { name: 'brief.pdf', mediaType: 'application/pdf' },
    },
    {
      category: 'Video',
      service: 'Explainer videos and motion graphics',
      needs: [
        'we are looking for a ninety-second explainer for a product in {industry}.',
        'I have about {count} hours of workshop recordings that need to become short clips.',
        'our fundraising video needs subtitles and a cleaner sound mix.',
      ],
      details: [
        'The script is nearly final and we have a voice-over. What would you need from us to begin?',
        'Nothing fancy: our two brand colours, simple icons, and no stock footage if possible.',
        'How many rounds of changes do you normally include?',
      ],
    },
    {
      category: 'Writing',
      service: 'Website copy and editing',
      needs: [
        'our website was written by engineers and it shows. We need five pages rewritten.',
        'I am applying for a grant and would like an editor to go through {count} pages.',
        'we publish a monthly newsletter for {industry} and our writer is on leave until {month}.',
      ],
      details: [
        'Plain English, please; most of our readers are not specialists. Could you share a sample?',
        'The deadline is fixed, so I would rather agree on less and have it on time.',
        'We can give you interviews with two colleagues and all the background you need.',
      ],
      attachment: { name: 'current-pages.docx', mediaType: 'application/msword' },
    },
  ],
  greetings: ['Hi,', 'Hello there,', 'Good morning,', 'Hi, I came across your portfolio:', 'Hello,'],
  budgets: [
    'We have about ${dollars} set aside for this.',
    'Your day rate works for us; we are thinking of {count} days.',
    'We have not fixed a budget yet, so a ballpark would help.',
    'Ideally we would start in early {month}.',
    'What does your {month} look like?',
  ],
  closings: [
    'Thanks, and looking forward to hearing from you.',
    'Many thanks',
    'Best wishes',
    'Happy to answer questions here.',
    'Thanks for your time!',
  ],
  replies: [
    'Hi, thanks for getting in touch. This is close to something I finished last month; I would put it at {count} days. Send me the current files here and I will write up a quote.',
    'Hello! Yes, I can take this on from mid-{month}. Two rounds of changes are included. Shall I send an offer?',
    'Thanks for the detailed brief. One question before I quote: who signs off on your side, and is the date fixed?',
  ],
  proposals: [
    'Project proposal\n\nScope: onboarding flow for our members, design and build\nTiming: {count} days in {month}\nFee: ${dollars}, half up front\n\nLet me know by Friday whether this suits you.',
    'Hi,\n\nwe would like to offer you a retainer: {count} days a month until the end of {month} at your usual rate, with a short call every Monday.',
  ],
  contacts: [
    'Quicker to talk: call me on oh seven seven double oh, nine double oh, one {two}.',
    'Drop me a line at priya.s [at] example [dot] com, I rarely look in here.',
    'Can we move to WhatsApp? I am on +1 202 555 01{two}.',
    'My Discord is tallgrass#{two}{two}, add me and I will share the folder.',
    'Everything is on my site, harbour-and-vine dot example dot com, use the contact form there.',
  ],
  payments: [
    'Shall we skip the fee and do this directly? I can send ${dollars} by bank transfer today, just give me your account details.',
    'Could you invoice me outside the platform? PayPal friends and family works best, and you keep the whole amount.',
    'If you take crypto I will pay 20% more, and nobody needs to know.',
  ],
  spam: [
    '{spark} Make ${dollars} a week from home, no experience needed! Only {count} spots left, reply YES to claim your free training {spark}',
    'Rank #1 on Google in 7 days, guaranteed {spark} {count}00 premium backlinks from $9, order now!!!',
    'Exclusive investment opportunity: double your money in {count} days, fully guaranteed {spark} Limited places, act now!',
  ],
  insults: [
    'You charge money for this garbage? You are a complete idiot, go back to school.',
    'Three days and no answer, what an arrogant prick. Delete your profile, moron.',
    'Worst work I have ever seen from some talentless clown. Get lost, you stupid hack.',
  ],
  slots: {
    industry: ['community theatres', 'climbing gyms', 'beekeepers', 'veterinary clinics', 'family farms'],
    count: ['3', '4', '6', '8', '10', '12'],
    dollars: ['600', '900', '1,500', '2,400', '3,200'],
    month: ['January', 'February', 'March', 'April'],
    two: ['14', '27', '38', '52', '76', '93'],
    spark: ['🚀', '✨', '💰', '🔥'],
  },
};
