import type { ComponentType, ReactNode } from 'react';
import type { Permission } from '../../api/core/permissions.ts';
import type { CaseDetail, CaseSummary } from '../../api/cases/contract.ts';

export type Translate = (key: string, params?: Record<string, unknown>) => string;

/** One outcome, and the key that chooses it. Which outcomes there are, and their reasons, the server says. */
export interface OutcomeStyle {
  key: string;
  tone: 'success' | 'error' | 'neutral';
}

/** How a reason behaves in the panel. */
export interface MessageRules {
  /** The outcome whose message goes to a member; its text is shown before it is sent. */
  outcome: string;
  /** Reasons that say nothing without own words. */
  needsText: readonly string[];
}

/** What a desk is beside the shared one: how its cases look, and the words for what its outcomes do. */
export interface DeskDefinition {
  queue: string;
  /** Where it lives: `/first-messages`. */
  path: string;
  permissions: { view: Permission; decide: Permission };
  /** The namespace of its texts. */
  texts: string;
  outcomes: Readonly<Record<string, OutcomeStyle>>;
  /** Reasons by outcome, where no case is at hand to say them: for deciding many at once. */
  reasons: Readonly<Record<string, readonly string[]>>;
  message: MessageRules | null;
  waitFor: readonly string[];
  /** A row of the queue: who, and how it begins; with room for when it is due, and for the marks of the queue. */
  Card: ComponentType<{ item: CaseSummary; when: ReactNode; marks: ReactNode }>;
  /** A line that names the case: who to whom. */
  nameOf: (summary: CaseSummary | null, detail: CaseDetail | null) => { from: string; to: string };
  /** The subject of a case, and everything that helps to judge it. */
  Subject: ComponentType<{ detail: CaseDetail; onDecideTogether: DecideTogether }>;
  /** What an outcome does to whom. */
  consequence: (outcome: string, detail: CaseDetail, translate: Translate) => string;
  bulkConsequence: (outcome: string, translate: Translate) => string;
  /** Who is told, in which language. */
  addressee: (detail: CaseDetail) => { name: string; locale: string };
}

/** Opens the dry run of one decision on several cases. */
export type DecideTogether = (items: TogetherItem[], outcome: string, reasonCode: string | null) => void;

export interface TogetherItem {
  caseId: string;
  version: number;
  label: string;
}
