import type { ReactNode } from 'react';
import { usePermissions } from 'react-admin';
import type { Permission } from '../../api/core/permissions.ts';
import { ApiError } from '../providers/http.ts';
import { Failure } from './Failure.tsx';
import { PageLoading } from './PageLoading.tsx';

const FORBIDDEN = new ApiError({ status: 403, code: 'forbidden', detail: 'not for this role' });

/** Shows a page to whoever has the permission, and says so to everybody else. The server refuses them all the same. */
export function Only({ needs, children }: { needs: Permission; children: ReactNode }) {
  const { permissions, isPending } = usePermissions<string[]>();
  if (isPending || permissions === undefined) return <PageLoading />;
  return permissions.includes(needs) ? children : <Failure error={FORBIDDEN} />;
}
