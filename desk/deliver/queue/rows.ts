import type { Outgoing } from '../outgoing.ts';

export type DeliveryState = 'waiting' | 'running' | 'done' | 'dead' | 'dropped';

/** What a target calls the thing that it was given. */
export interface Remote {
  id: string;
  /** Where support can look at it. */
  url?: string | undefined;
  /** What the target wants to see in the subject of an e-mail about it, such as `[rt.example #20]`. */
  tag?: string | undefined;
}

/** What a link's letter says. */
export type LinkPayload = Omit<Extract<Outgoing, { kind: 'link' }>, 'kind'>;

/** A delivery that this desk holds while it tries. */
export interface Claimed {
  id: string;
  seq: number;
  claim: string;
  kind: Outgoing['kind'];
  inquiry: string | null;
  reply: string | null;
  target: string;
  /** This one counted. */
  attempts: number;
  tries: number;
  created: Date;
  payload: LinkPayload | null;
}

/** One line of the list that support sees. Times are RFC 3339, UTC. */
export interface Delivery {
  id: string;
  kind: Outgoing['kind'];
  state: DeliveryState;
  /** A name of desk.yaml; 'mail' for the desk's own letters; '' when nobody was looked up yet. */
  target: string;
  inquiry: string | null;
  /** The inquiry's number. */
  number: string | null;
  reply: string | null;
  attempts: number;
  created: string;
  /** When it is tried next, while it waits. */
  due: string;
  ended: string | null;
  /** Why the last attempt failed, or why it was dropped. */
  code: string | null;
  error: string | null;
  remote: Remote | null;
}
