/**
 * `giljabi_search` is kept narrow (lexemes out of line), since a frequent word visits many of its rows; texts are read
 * for a few candidates only. `giljabi_search_token` says how many documents have a lexeme, and under '' how many there are.
 */
export const TABLES = `
create table if not exists giljabi_search (
  number integer generated always as identity primary key,
  id text not null unique,
  lang text not null,
  tokens tsvector not null
) with (toast_tuple_target = 128);
create index if not exists giljabi_search_tokens on giljabi_search using gin (tokens);
create table if not exists giljabi_search_document (
  number integer primary key references giljabi_search on delete cascade,
  document jsonb not null
);
create table if not exists giljabi_search_token (token text primary key, documents integer not null);
`;

/** $1 is a list of documents as JSON; those with the same ids are replaced. */
export const REMOVE = 'delete from giljabi_search where id in (select jsonb_array_elements_text($1::jsonb))';
export const INSERT = `
with given as (select value as given from jsonb_array_elements($1::jsonb)),
kept as (
  insert into giljabi_search (id, lang, tokens)
  select given->'document'->>'id', coalesce(given->'document'->>'lang', ''),
    array_to_tsvector(array(select jsonb_array_elements_text(given->'tokens')))
  from given returning number, id
)
insert into giljabi_search_document (number, document)
select kept.number, given->'document' from given join kept on kept.id = given->'document'->>'id'`;

/** Also takes what was put since into the index proper: rows wait in a list meanwhile, since one by one is slow. */
export const COUNT = `
select gin_clean_pending_list('giljabi_search_tokens');
truncate giljabi_search_token;
insert into giljabi_search_token select word, ndoc from ts_stat('select tokens from giljabi_search');
insert into giljabi_search_token select '', count(*) from giljabi_search;
analyze giljabi_search;
`;

export const COUNTS =
  "select token, documents from giljabi_search_token where token = '' or token in (select jsonb_array_elements_text($1::jsonb))";

/** $1: lexemes with weights; $2: the language preferred; $3: how many. */
export const CANDIDATES = `
with asked as (select value->>0 as token, (value->>1)::real as weight from jsonb_array_elements($1::jsonb)),
best as (
  select s.number, sum(asked.weight) * min(case when $2 in ('', s.lang) or s.lang = '' then 1 else 0.6 end) as score
  from asked join giljabi_search s on s.tokens @@ asked.token::tsquery
  group by s.number order by score desc, s.number limit $3::integer
)
select d.document from best join giljabi_search_document d using (number) order by best.score desc, best.number`;

export const MARKS =
  "select s.id, d.document->>'mark' as mark from giljabi_search s join giljabi_search_document d using (number)";
