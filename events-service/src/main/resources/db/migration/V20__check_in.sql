-- What gates have read and what staff corrected: an append-only log. Who is in and who was there follows from it.
-- The place is the session, or the event itself for the doors of the house.
create table check_in (
  event_id         uuid        not null,
  scan_id          uuid        not null,
  id               uuid        not null,
  registration_id  uuid,
  session_id       uuid,
  place_id         uuid        not null generated always as (coalesce(session_id, event_id)) stored,
  token_hash       bytea,
  type             text        not null,
  scanned_at       timestamptz not null,
  effective_at     timestamptz not null,
  received_at      timestamptz not null,
  clock_corrected  boolean     not null,
  device_id        text,
  actor            text        not null,
  reason           text,
  fingerprint      bigint      not null,
  constraint pk_check_in primary key (event_id, scan_id),
  constraint fk_check_in_registration foreign key (registration_id) references registration (id) on delete cascade,
  constraint fk_check_in_session foreign key (session_id) references session (id) on delete cascade,
  constraint ck_check_in_type check (type in ('ENTRY', 'EXIT')),
  -- Read from a badge by a device, or added by a person who said why.
  constraint ck_check_in_origin check (case when reason is null then token_hash is not null and device_id is not null
                                            else token_hash is null and device_id is null and registration_id is not null end),
  constraint ck_check_in_token_hash check (octet_length(token_hash) = 32)
);
create unique index ux_check_in_log on check_in (event_id, id);
create index ix_check_in_visit on check_in (registration_id, place_id, effective_at, scan_id);
create index ix_check_in_pending on check_in (token_hash) where registration_id is null;

-- A check-in that staff found wrong. The row it is about stays.
create table check_in_void (
  event_id    uuid        not null,
  scan_id     uuid        not null,
  actor       text        not null,
  reason      text        not null,
  created_at  timestamptz not null,
  constraint pk_check_in_void primary key (event_id, scan_id),
  constraint fk_check_in_void_check_in foreign key (event_id, scan_id) references check_in (event_id, scan_id) on delete cascade
);

-- The one change a logged check-in can see: the badge it read becomes known.
create function keep_check_in() returns trigger
  language plpgsql as
$$
begin
  if old.registration_id is not null or new.registration_id is null
     or (to_jsonb(new) - 'registration_id' - 'place_id') <> (to_jsonb(old) - 'registration_id' - 'place_id') then
    raise exception 'the log of check-ins is append-only';
  end if;
  return new;
end
$$;
create trigger tr_check_in_kept before update on check_in for each row execute function keep_check_in();

create function keep_check_in_void() returns trigger
  language plpgsql as
$$
begin
  raise exception 'the log of check-ins is append-only';
end
$$;
create trigger tr_check_in_void_kept before update on check_in_void for each row execute function keep_check_in_void();
