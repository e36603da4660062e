-- What was said after the inquiry itself, by support or by whoever asked; delivered by its id.
create table replies (
  id uuid primary key default gen_random_uuid(),
  inquiry uuid not null references inquiries (id) on delete cascade,
  at timestamptz not null default now(),
  by text not null check (by in ('support', 'asker')),
  -- a name to show
  author text not null,
  -- Markdown
  text text not null
);
create index replies_inquiry on replies (inquiry, at);

-- Who looks after it, and whether it is done with.
alter table inquiries add column assignee text not null default '';
alter table inquiries add constraint inquiries_state check (state in ('new', 'answered', 'waiting', 'closed'));

-- One-time addresses to somebody's own inquiries: only the hash, so that the table opens nothing.
create table my_links (
  hash text primary key,
  email text not null,
  expires timestamptz not null,
  used timestamptz
);
create table my_sessions (
  hash text primary key,
  email text not null,
  expires timestamptz not null
);

-- Documents that people said had solved it, by day: no word of what they had typed.
create table solved (
  day date not null,
  article text not null,
  count integer not null default 0,
  primary key (day, article)
);
