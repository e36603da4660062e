-- What has to leave the desk, and what became of it: one row for one message to one target.
create table deliveries (
  id uuid primary key default gen_random_uuid(),
  -- the order in which it came: what belongs to one inquiry leaves for one target in this order
  seq bigint generated always as identity,
  -- gone with the inquiry, so that nothing of a person outlives what was promised; null for links
  inquiry uuid references inquiries (id) on delete cascade,
  kind text not null check (kind in ('inquiry', 'confirmation', 'reply', 'link')),
  -- the row of `replies` that a reply is about
  reply uuid,
  -- a name of desk.yaml, 'mail' for the desk's own letters, '' until the desk has looked up who gets it
  target text not null default '',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'dead', 'dropped')),
  -- how often it was tried, and how often since somebody last asked for it by hand
  attempts integer not null default 0,
  tries integer not null default 0,
  created timestamptz not null default now(),
  due timestamptz not null default now(),
  -- while running: whose it is and until when; a desk that was killed lets it lapse
  claim uuid,
  lease timestamptz,
  ended timestamptz,
  -- why the last attempt failed, or why it was dropped
  error_code text,
  error text,
  -- what the target calls it: {"id", "url", "tag"}
  remote jsonb,
  -- a link's address and text; taken away when it has been sent
  payload jsonb
);
create unique index deliveries_once on deliveries
  (inquiry, kind, coalesce(reply, '00000000-0000-0000-0000-000000000000'), target) where inquiry is not null;
create index deliveries_due on deliveries (due) where state in ('waiting', 'running');
create index deliveries_inquiry on deliveries (inquiry, target);

-- Signs the addresses of attachments that a webhook is told; made here so that all desks of a database share it.
create table delivery_key (
  one boolean primary key default true check (one),
  key text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
);
insert into delivery_key default values;
