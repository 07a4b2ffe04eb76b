-- What staff said about who was in a session: an append-only log like that of check-ins, with who said so and why.
create table manual_presence (
  id               uuid        not null,
  event_id         uuid        not null,
  session_id       uuid        not null,
  registration_id  uuid        not null,
  joined_at        timestamptz not null,
  left_at          timestamptz,
  actor            text        not null,
  reason           text        not null,
  created_at       timestamptz not null,
  constraint pk_manual_presence primary key (id),
  constraint fk_manual_presence_session foreign key (session_id) references session (id) on delete cascade,
  constraint fk_manual_presence_registration foreign key (registration_id) references registration (id) on delete cascade,
  constraint ck_manual_presence_times check (left_at > joined_at)
);
create index ix_manual_presence_event on manual_presence (event_id, id);
create index ix_manual_presence_visit on manual_presence (registration_id, session_id, id);
create index ix_manual_presence_session on manual_presence (session_id);
create index ix_manual_presence_actor on manual_presence (actor);

-- An entry that staff found wrong. The entry itself stays.
create table manual_presence_withdrawal (
  entry_id    uuid        not null,
  actor       text        not null,
  reason      text        not null,
  created_at  timestamptz not null,
  constraint pk_manual_presence_withdrawal primary key (entry_id),
  constraint fk_manual_presence_withdrawal_entry foreign key (entry_id) references manual_presence (id) on delete cascade
);
create index ix_manual_presence_withdrawal_actor on manual_presence_withdrawal (actor);

-- Nothing changes but that an erased account is no longer named.
create function keep_manual_presence() returns trigger
  language plpgsql as
$$
begin
  if (to_jsonb(new) - 'actor') <> (to_jsonb(old) - 'actor') or not is_erasure_of(old.actor, new.actor) then
    raise exception 'what staff said about presence is append-only';
  end if;
  return new;
end
$$;
create trigger tr_manual_presence_kept before update on manual_presence
  for each row execute function keep_manual_presence();
create trigger tr_manual_presence_withdrawal_kept before update on manual_presence_withdrawal
  for each row execute function keep_manual_presence();
