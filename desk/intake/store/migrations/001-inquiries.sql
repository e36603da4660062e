create sequence inquiry_number;

-- What was consented to, word for word: inquiries.consent names it by hash.
create table consents (
  hash text primary key,
  text jsonb not null,
  first_seen timestamptz not null
);

create table inquiries (
  id uuid primary key,
  number text not null unique,
  -- SHA-256 of the canonical JSON of the inquiry, rebuilt from the columns below and the attachments
  hash text not null,
  received timestamptz not null,
  -- the retention that was promised; the row is deleted after it
  keep_until timestamptz not null,
  state text not null default 'new',
  lang text not null,
  email text not null,
  summary text not null,
  company text not null,
  phone text not null,
  detail text not null,
  consent jsonb not null,
  context jsonb not null,
  -- the exact text that was signed, and the Ed25519 signature in base64
  receipt text not null,
  signature text not null
);
create index inquiries_received on inquiries (received);
create index inquiries_keep_until on inquiries (keep_until);

create table attachments (
  inquiry uuid not null references inquiries (id) on delete cascade,
  position integer not null,
  name text not null,
  type text not null,
  size bigint not null,
  hash text not null,
  bytes bytea not null,
  primary key (inquiry, position)
);
