import type { StaffActor } from '../core/actor.ts';
import { toIso } from '../core/clock.ts';
import { ConflictError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { conflictByNow, guardFailed } from './conflict.ts';
import { type CaseContext, changedEvent, personOf } from './context.ts';
import type { NoteView } from './contract.ts';
import { requireQueue } from './policy.ts';

/** Notes for colleagues, and the drafts of decisions that came too late. */
export function notes(context: CaseContext) {
  async function insert(
    caseId: string,
    kind: NoteView['kind'],
    text: string,
    actor: StaffActor,
  ): Promise<NoteView> {
    const now = context.now();
    const id = newId('note');
    await context.store.insertNote({
      id,
      case_id: caseId,
      kind,
      text,
      author_id: actor.id,
      author_name: actor.name,
      created_at: now,
    });
    return { id, kind, text, author: personOf(actor), createdAt: toIso(now) };
  }

  return {
    async add(caseId: string, text: string, actor: StaffActor): Promise<NoteView> {
      const row = await context.lock(caseId);
      requireQueue(actor, row.queue, 'view');
      const note = await insert(caseId, 'note', text, actor);
      const entry = { type: 'case.noted', actor, data: { noteId: note.id } };
      const changed = await context.store.change(row, { where: {} }, {}, entry, context.now());
      if (changed === undefined) throw guardFailed();
      context.announce(changedEvent(changed));
      return note;
    },

    /**
     * Keeps what somebody typed for something that came too late. Only its author sees it.
     * @returns the conflict to answer with, which names the draft
     */
    async keepDraft(
      caseId: string,
      text: string | null,
      conflict: ConflictError,
      actor: StaffActor,
    ): Promise<ConflictError> {
      const row = await context.lock(caseId);
      const { code, message, extra } = await conflictByNow(context, row, conflict);
      if (text === null) return new ConflictError(code, message, extra);
      const { id } = await insert(caseId, 'draft', text, actor);
      return new ConflictError(code, message, { ...extra, draftNoteId: id });
    },
  };
}
