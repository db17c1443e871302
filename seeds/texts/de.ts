import type { Texts } from './contract.ts';

/** German. Telephone numbers are those that the Bundesnetzagentur keeps for films. */
export const de: Texts = {
  locale: 'de',
  currency: 'EUR',
  clients: [
    { nickname: 'Brauhaus Lindenhof', accountType: 'business' },
    { nickname: 'Katrin B.', accountType: 'individual' },
    { nickname: 'Nordlicht Logistik GmbH', accountType: 'business' },
    { nickname: 'Praxis Dr. Seidel', accountType: 'business' },
    { nickname: 'Tobias K.', accountType: 'individual' },
    { nickname: 'Atelier Morgenrot', accountType: 'business' },
  ],
  experts: [
    { nickname: 'Anja Vogt – Webentwicklung', accountType: 'individual' },
    { nickname: 'Studio Kupferblau', accountType: 'business' },
    { nickname: 'Lektorat Hansen', accountType: 'individual' },
    { nickname: 'Murat D. – Data Engineer', accountType: 'individual' },
  ],
  newcomers: {
    first: ['Lena', 'Jonas', 'Sabine', 'Emre', 'Greta', 'Matthias', 'Aylin'],
    last: ['A.', 'F.', 'H.', 'M.', 'R.', 'W.', 'Z.'],
  },
  topics: [
    {
      category: 'Entwicklung',
      service: 'Webanwendungen mit TypeScript und React',
      needs: [
        'wir suchen für unser Kundenportal Unterstützung im Frontend, zunächst für {count} Wochen.',
        'unser bisheriger Entwickler hat das Unternehmen verlassen, und eine Buchungsstrecke ist nur halb fertig.',
        'für einen Prototyp in der {industry} brauchen wir jemanden, der schnell in ein bestehendes Repository findet.',
      ],
      details: [
        'Der Stack ist React mit TypeScript, das Backend liefert eine dokumentierte REST-Schnittstelle. Remote ist kein Problem, ein Termin vor Ort wäre schön.',
        'Das Team besteht aus zwei Backend-Entwicklerinnen und einem Product Owner; wir arbeiten in zweiwöchigen Sprints.',
        'Eine kurze Beschreibung der offenen Punkte habe ich angehängt. Könnten Sie den Aufwand grob schätzen?',
      ],
      attachment: { name: 'Anforderungen_Portal.pdf', mediaType: 'application/pdf' },
    },
    {
      category: 'Design',
      service: 'Corporate Design für kleine Unternehmen',
      needs: [
        'unser Betrieb in {place} wird nächstes Jahr dreißig, und das Logo sieht man ihm leider an.',
        'ich mache mich als Ergotherapeutin selbstständig und benötige Logo, Visitenkarten und ein Praxisschild.',
        'wir möchten unsere Etiketten neu gestalten lassen, insgesamt {count} Sorten.',
      ],
      details: [
        'Wichtig ist uns, dass die Schrift auch auf Fahrzeugen gut lesbar bleibt. Wie viele Korrekturschleifen sind bei Ihnen enthalten?',
        'Ein paar Beispiele, die uns gefallen, liegen bei. Bitte sagen Sie auch, welche Dateiformate wir am Ende bekommen.',
        'Der Druck läuft über unsere Hausdruckerei, wir bräuchten also nur die druckfertigen Daten.',
      ],
      attachment: { name: 'Beispiele.zip', mediaType: 'application/zip' },
    },
    {
      category: 'Text',
      service: 'Lektorat und Übersetzung Deutsch–Englisch',
      needs: [
        'für unsere Website suchen wir eine Übersetzung ins Englische, etwa {count} Seiten.',
        'meine Masterarbeit im Bereich {industry} müsste noch einmal gründlich gelesen werden.',
        'wir haben einen Geschäftsbericht, der sprachlich aus einem Guss werden soll.',
      ],
      details: [
        'Es gibt ein kleines Glossar, das ich Ihnen gern zur Verfügung stelle. Rechnen Sie pro Normseite oder nach Stunden ab?',
        'Abgabe ist in drei Wochen. Wäre das zeitlich bei Ihnen möglich?',
        'Ein Probekapitel könnte ich vorab schicken, damit Sie den Aufwand einschätzen können.',
      ],
    },
    {
      category: 'Daten',
      service: 'Auswertungen, Dashboards und Datenpipelines',
      needs: [
        'wir ziehen unsere Verkaufszahlen bisher von Hand aus drei Systemen zusammen und möchten das ablösen.',
        'für unsere Lagerverwaltung brauchen wir ein Dashboard, das sich stündlich aktualisiert.',
        'wir haben Sensordaten aus {count} Anlagen und niemanden, der sie sinnvoll auswertet.',
      ],
      details: [
        'Die Daten liegen in PostgreSQL und einigen Excel-Dateien. Datenschutz ist bei uns ein Thema, eine Vereinbarung zur Auftragsverarbeitung wäre nötig.',
        'Ein erster Workshop von einem halben Tag wäre aus unserer Sicht der richtige Einstieg. Wie gehen Sie üblicherweise vor?',
        'Wir würden gern mit einem kleinen, klar umrissenen Paket beginnen und danach weitersehen.',
      ],
    },
  ],
  greetings: [
    'Guten Tag,',
    'Hallo,',
    'Sehr geehrte Damen und Herren,',
    'Guten Morgen,',
    'Hallo, Ihr Profil hat uns sehr angesprochen:',
  ],
  budgets: [
    'Unser Budget liegt bei rund {euro} Euro netto.',
    'Ihr Tagessatz passt grundsätzlich, wir rechnen mit etwa {count} Tagen.',
    'Ein festes Budget gibt es noch nicht, ein Angebot hilft uns bei der Freigabe.',
    'Start wäre idealerweise Anfang {month}.',
    'Wie sieht Ihre Verfügbarkeit im {month} aus?',
  ],
  closings: [
    'Vielen Dank und freundliche Grüße',
    'Ich freue mich auf Ihre Rückmeldung.\n\nViele Grüße',
    'Mit freundlichen Grüßen',
    'Besten Dank vorab!',
    'Über ein kurzes Angebot würden wir uns freuen.\n\nBeste Grüße',
  ],
  replies: [
    'Guten Tag, vielen Dank für die Anfrage. Das klingt nach einem Projekt, das gut zu meinen letzten Arbeiten passt. Ich schätze den Aufwand auf {count} Tage; ein verbindliches Angebot schicke ich nach einem kurzen Gespräch hier im Chat.',
    'Hallo, danke für die ausführliche Beschreibung! Ab der zweiten Woche im {month} hätte ich Zeit. Könnten Sie mir noch zwei, drei Beispiele zeigen, die Ihnen gefallen?',
    'Guten Tag, grundsätzlich gern. Bevor ich ein Angebot mache: Gibt es eine feste Frist, und wer gibt auf Ihrer Seite die Ergebnisse frei?',
  ],
  proposals: [
    'Projektvorschlag\n\nAufgabe: Neuaufbau der Buchungsstrecke für unsere Filialen\nZeitraum: {month}, etwa {count} Tage\nVergütung: {euro} Euro netto, zahlbar in zwei Teilen\n\nBitte geben Sie uns bis Ende der Woche Bescheid, ob das für Sie infrage kommt.',
    'Guten Tag,\n\nwir möchten Ihnen eine laufende Zusammenarbeit vorschlagen: {count} Tage im Monat zu Ihrem üblichen Satz, zunächst bis {month}. Den Rahmenvertrag stellen wir.',
  ],
  contacts: [
    'Am einfachsten besprechen wir das telefonisch: null eins fünf zwei, 28 81 73 86. Ich bin ab 17 Uhr erreichbar.',
    'Schreiben Sie mir doch direkt an k.berger (at) example (punkt) com, hier sehe ich Nachrichten selten.',
    'Bei WhatsApp geht das schneller, meine Nummer ist 0171 39200 {two}.',
    'Auf Telegram finden Sie mich unter @nordlicht_projekte{two}, da können wir in Ruhe alles klären.',
    'Unsere Unterlagen liegen unter www punkt atelier-morgenrot punkt example, dort steht auch meine private Mailadresse.',
  ],
  payments: [
    'Lassen Sie uns das ohne die Plattform abrechnen, dann sparen wir beide die Gebühr. Ich überweise direkt auf Ihr Konto, schicken Sie mir einfach die IBAN.',
    'Könnten wir die Hälfte schwarz machen? {euro} Euro bar auf die Hand, den Rest über die Plattform.',
    'Zahlung gern per PayPal an Freunde, dann fällt keine Provision an. Sagen Sie mir nur die Adresse.',
  ],
  spam: [
    '{spark} Mehr Kunden in nur 7 Tagen {spark} Wir bringen Ihr Profil auf Platz 1, garantiert oder Geld zurück! Jetzt kostenloses Erstgespräch sichern, nur noch {count} Plätze frei!',
    'Passives Einkommen von {euro} Euro im Monat, ganz ohne Vorkenntnisse! Unser Team zeigt Ihnen, wie es geht. Einfach mit JA antworten {spark}',
    'Hochwertige Backlinks ab 9 Euro, {count} Stück im Paket, sofortige Lieferung. Jetzt zuschlagen {spark}',
  ],
  insults: [
    'Für so einen Schrott verlangen Sie Geld? Sie sind doch ein kompletter Vollidiot.',
    'Drei Tage keine Antwort, was für ein arroganter Arsch. Such dir einen anderen Deppen.',
    'Noch nie so eine unfähige Pfeife erlebt. Halt einfach die Fresse und lösch dein Profil.',
  ],
  slots: {
    place: ['Leipzig', 'Kassel', 'Freiburg', 'Rostock', 'Graz', 'Winterthur'],
    industry: ['Logistik', 'Medizintechnik', 'Gastronomie', 'Umwelttechnik', 'Touristik'],
    count: ['4', '6', '8', '10', '12', '18'],
    euro: ['1.200', '1.800', '2.500', '3.400', '4.800', '6.000'],
    month: ['Januar', 'Februar', 'März', 'April'],
    two: ['01', '17', '34', '58', '72', '95'],
    spark: ['🚀', '✨', '💰', '👉'],
  },
};
