import {
  type Adapter,
  type Delivered,
  DeliveryError,
  type InquiryParcel,
  type ReplyParcel,
} from '../adapter.ts';

/** A help desk with tickets: an inquiry becomes one, a reply goes below it. */
export function ticketAdapter(
  { name, replies }: { name: string; replies: 'note' | 'public' | 'none' },
  desk: {
    create(parcel: InquiryParcel, signal: AbortSignal): Promise<Delivered>;
    reply(parcel: ReplyParcel, signal: AbortSignal): Promise<Delivered>;
    check: Adapter['check'];
  },
): Adapter {
  return {
    name,
    tellsAsker: replies === 'public',
    takesReplies: replies !== 'none',
    deliver(parcel, signal) {
      if (parcel.kind === 'inquiry') return desk.create(parcel, signal);
      if (parcel.kind === 'reply') return desk.reply(parcel, signal);
      throw new DeliveryError('give-up', 'refused', `${name} takes no ${parcel.kind}`);
    },
    check: desk.check,
  };
}
