import { ApiError } from '../providers/http.ts';
import { Failure } from './Failure.tsx';

const MISSING = new ApiError({ status: 404, code: 'not_found', detail: 'no such page' });

export function NotFound() {
  return <Failure error={MISSING} />;
}
