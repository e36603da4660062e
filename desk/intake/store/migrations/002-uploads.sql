-- Files on their way, before their inquiry: named by their hash, below the id of the inquiry that will name them.
create table uploads (
  inquiry uuid not null,
  hash text not null,
  length bigint not null,
  received bigint not null default 0,
  -- all of it is here and has that hash
  complete boolean not null default false,
  expires timestamptz not null,
  primary key (inquiry, hash)
);
create index uploads_expires on uploads (expires);

create table upload_pieces (
  inquiry uuid not null,
  hash text not null,
  start bigint not null,
  bytes bytea not null,
  primary key (inquiry, hash, start),
  foreign key (inquiry, hash) references uploads (inquiry, hash) on delete cascade
);
-- They stay for minutes: compressing them would only cost time.
alter table upload_pieces alter column bytes set storage external;
