-- What belongs to a session: slides, papers, recordings. A row each, so that every one has its kind and title.
create table session_resource (
  session_id  uuid    not null,
  position    integer not null,
  kind        text    not null,
  title       text,
  url         text    not null,
  constraint pk_session_resource primary key (session_id, position),
  constraint fk_session_resource_session foreign key (session_id) references session (id) on delete cascade,
  constraint ck_session_resource_kind check (kind in ('SLIDES', 'PAPER', 'RECORDING', 'HANDOUT', 'CODE', 'WEBSITE', 'OTHER'))
);

insert into session_resource (session_id, position, kind, url)
select s.id, r.position - 1, 'OTHER', r.url
from   session s
cross  join unnest(s.resources) with ordinality as r (url, position);

alter table session drop column resources;

create index ix_session_room on session (event_id, room, starts_at) where status = 'ACTIVE';
