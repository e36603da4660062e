-- What desks on one database must share, such as the secret behind proofs of work. Made by the first one.
create table desk_secrets (
  name text primary key,
  secret text not null
);

-- Whether the field that people do not see was filled in.
alter table inquiries add column suspect boolean not null default false;
