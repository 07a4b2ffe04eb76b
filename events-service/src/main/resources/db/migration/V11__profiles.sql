-- Every kind of profile a person or a speaker can have, and what a person has said about themselves.
alter table person
  add column mastodon text,
  add column bluesky text,
  add column pubmed text,
  add column scholar text,
  add column own_words text[] not null default '{}';

alter table speaker
  add column mastodon text,
  add column bluesky text,
  add column pubmed text,
  add column scholar text;
