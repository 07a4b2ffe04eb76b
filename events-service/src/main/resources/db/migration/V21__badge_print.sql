-- Who printed which badges, when, and what stood on them: the next print can leave out what has not changed.
create table badge_print (
  id          uuid        not null,
  event_id    uuid        not null,
  layout      text        not null,
  selection   text        not null,
  badges      integer     not null,
  actor       text        not null,
  created_at  timestamptz not null,
  constraint pk_badge_print primary key (id),
  constraint fk_badge_print_event foreign key (event_id) references event (id) on delete cascade,
  constraint ck_badge_print_selection check (selection in ('ALL', 'CHANGED', 'BADGES')),
  constraint ck_badge_print_badges check (badges > 0)
);
create index ix_badge_print_event on badge_print (event_id, id);

-- The face is a digest of what is readable on the badge. It cannot be turned back into a name.
create table badge_print_face (
  print_id  uuid not null,
  badge_id  uuid not null,
  face      uuid not null,
  constraint pk_badge_print_face primary key (print_id, badge_id),
  constraint fk_badge_print_face_print foreign key (print_id) references badge_print (id) on delete cascade deferrable initially deferred,
  constraint fk_badge_print_face_badge foreign key (badge_id) references badge (id) on delete cascade
);
create index ix_badge_print_face_badge on badge_print_face (badge_id, print_id);
