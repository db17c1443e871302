/** A notice to a member, stored as it is to be sent. */
export interface NewNotice {
  memberId: string;
  kind: string;
  locale: string;
  text: string;
  caseId: string | null;
  decisionId: string | null;
}
