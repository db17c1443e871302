import { Desk } from '../desk/Desk.tsx';
import { firstMessagesDesk } from './definition.tsx';

/** First messages, held until a person has read them. */
export function FirstMessagesDesk() {
  return <Desk definition={firstMessagesDesk} />;
}
