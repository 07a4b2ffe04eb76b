-- What a schedule file says about a session that has no column of its own, kept so that an export can say it again.
create table session_schedule (
  session_id  uuid   not null,
  said        jsonb  not null,
  constraint pk_session_schedule primary key (session_id),
  constraint fk_session_schedule_session foreign key (session_id) references session (id) on delete cascade
);
