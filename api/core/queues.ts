/** The desks' queues. A queue is listed here when its desk is built. */
export const QUEUES = ['first-messages'] as const;

export type Queue = (typeof QUEUES)[number];
