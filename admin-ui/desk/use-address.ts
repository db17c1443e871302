import { useEffect, useRef } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { useDesk, useDeskState } from './use-desk.ts';

/** The address follows the eye, not every key: while one decides quickly it has better things to do. */
const REST_MS = 400;

/**
 * The address names the case on screen, so that it can be shared; and a case that is named by it is shown. With
 * `?start=1` (the start page) the work begins at once.
 */
export function useAddress(): void {
  const { caseId } = useParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { work, definition, may } = useDesk();
  const currentId = useDeskState((state) => state.line[0] ?? null);
  const written = useRef<string | null>(null);

  useEffect(() => {
    if (!new URLSearchParams(search).has('start')) return;
    void navigate(definition.path, { replace: true });
    if (may.decide) work.start();
  }, [search, navigate, definition, may, work]);

  useEffect(() => {
    if (caseId === undefined || caseId === written.current) return;
    written.current = caseId;
    if (work.getState().line[0] !== caseId) void work.open(caseId, null, false);
  }, [caseId, work]);

  useEffect(() => {
    if (currentId === (caseId ?? null)) return;
    const timer = setTimeout(() => {
      written.current = currentId;
      const to = currentId === null ? definition.path : `${definition.path}/${currentId}`;
      void navigate(to, { replace: true });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [currentId, caseId, definition, navigate]);
}
