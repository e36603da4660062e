-- That an inquiry is gone, when and why. The number stands in the person's receipt and nowhere else any more.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  action text not null check (action in ('expired', 'deleted')),
  number text not null,
  -- until when it was promised to be kept, and how many attachments went with it
  keep_until timestamptz not null,
  files integer not null
);
