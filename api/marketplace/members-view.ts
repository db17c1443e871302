import { toIso, toIsoOrNull } from '../core/clock.ts';
import { NotFoundError } from '../core/errors.ts';
import type { Db } from '../db/database.ts';
import { selectByIds } from '../db/bulk.ts';
import type { AccountType, MemberKind, MemberView } from './contract.ts';
import { maskEmail, maskPhone } from './mask.ts';

interface ViewRow {
  id: string;
  kind: MemberKind;
  nickname: string;
  account_type: AccountType;
  business_verified_at: number | null;
  locale: string | null;
  joined_at: number;
  orders_as_client: number;
  orders_as_expert: number;
  email: string | null;
  phone: string | null;
  services: number;
  updated_at: number;
}

const VIEW = `select m.id, m.kind, m.nickname, m.account_type, m.business_verified_at, m.locale, m.joined_at,
  m.email, m.phone, m.updated_at,
  (select count(*) from orders o where o.client_id = m.id) as orders_as_client,
  (select count(*) from orders o where o.expert_id = m.id) as orders_as_expert,
  (select count(*) from services s where s.expert_id = m.id) as services
  from members m where m.id in ({ids})`;

/** One member for the members' page. */
export async function memberView(db: Db, id: string): Promise<MemberView> {
  const [row] = await selectByIds<ViewRow>(db, VIEW, [id]);
  if (row === undefined) throw new NotFoundError('member', id);
  return {
    id: row.id,
    kind: row.kind,
    nickname: row.nickname,
    accountType: row.account_type,
    businessVerifiedAt: toIsoOrNull(row.business_verified_at),
    locale: row.locale,
    joinedAt: toIso(row.joined_at),
    ordersAsClient: row.orders_as_client,
    ordersAsExpert: row.orders_as_expert,
    maskedEmail: row.email === null ? null : maskEmail(row.email),
    maskedPhone: row.phone === null ? null : maskPhone(row.phone),
    services: row.services,
    updatedAt: toIso(row.updated_at),
  };
}
