-- What people share, with whom, and how that came about. An address is here only so that its owner can put it on a card.
create table verified_address (
    person_id uuid not null,
    address   text not null,
    constraint pk_verified_address primary key (person_id, address)
);

-- The name is on every card. `shown`: all that the card shows, by which it is compared with what was agreed to.
create table share_card (
    id        uuid   not null,
    person_id uuid   not null,
    kind      text   not null,
    name      text   not null,
    fields    text[] not null,
    interests text[] not null,
    languages text[] not null,
    email     text,
    version   bigint not null,
    shown     text[] generated always as (
                  array['NAME'] || fields
                  || case when email is null then '{}'::text[] else array['EMAIL'] end
                  || case when cardinality(interests) = 0 then '{}'::text[] else array['INTERESTS'] end
                  || case when cardinality(languages) = 0 then '{}'::text[] else array['LANGUAGES'] end) stored,
    constraint pk_share_card primary key (id),
    constraint uq_share_card_name unique (person_id, name),
    constraint fk_share_card_email foreign key (person_id, email) references verified_address on delete set null (email),
    constraint ck_share_card_kind check (kind in ('CONFERENCE', 'RESEARCH', 'PEER', 'OTHER'))
);

-- The default card, and the one for an event. Feeds leave them as they are.
-- withdrawn_at: the person took back what they chose at registration, until they choose anew.
alter table person add column card_id uuid;
alter table person add column name_words text;
alter table person add constraint fk_person_card foreign key (card_id) references share_card;
alter table registration add column card_id uuid;
alter table registration add column withdrawn_at timestamptz;
alter table registration add constraint fk_registration_card foreign key (card_id) references share_card;
create index ix_registration_card on registration (card_id) where card_id is not null;

-- One per person and holder, for ever: asked once, however many scans. An answer of the person replaces the one before.
-- fields: what was agreed to; a card that shows more later does not show that to the holder.
create table consent (
    person_id  uuid        not null,
    holder     text collate "C" not null,
    id         uuid        not null default uuidv7(),
    state      text        not null,
    card_id    uuid,
    fields     text[],
    version    bigint      not null default 1,
    asked_at   timestamptz not null,
    changed_at timestamptz not null,
    constraint pk_consent primary key (person_id, holder),
    constraint uq_consent_id unique (id),
    constraint fk_consent_card foreign key (card_id) references share_card,
    constraint ck_consent_state check (state in ('ASKED', 'GRANTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    constraint ck_consent_granted check ((state = 'GRANTED') = (card_id is not null and fields is not null))
);

create index ix_consent_person on consent (person_id, id);
create index ix_consent_asked on consent (asked_at) where state = 'ASKED';
create index ix_consent_card on consent (card_id) where card_id is not null;

-- Grants and withdrawals. Without a holder: by registering, to everybody who meets the person at the event.
create table consent_receipt (
    id                   uuid        not null default uuidv7(),
    person_id            uuid        not null,
    holder               text collate "C",
    kind                 text        not null,
    through              text        not null,
    purpose              text        not null default 'NETWORKING',
    event_id             uuid,
    card_id              uuid,
    card_version         bigint,
    fields               text[]      not null,
    registration_id      uuid,
    registration_version bigint,
    given_at             timestamptz not null,
    constraint pk_consent_receipt primary key (id),
    constraint uq_consent_receipt_registration unique (registration_id, registration_version),
    constraint ck_consent_receipt_kind check (kind in ('GRANTED', 'WITHDRAWN')),
    constraint ck_consent_receipt_through check (through in ('REGISTRATION', 'REQUEST', 'INTRODUCTION', 'MENTORING', 'HOLDER', 'EVENT', 'EVERYWHERE'))
);

create index ix_consent_receipt_person on consent_receipt (person_id, id);
create index ix_consent_receipt_holder on consent_receipt (holder, id) where holder is not null;

create function receipts_stay() returns trigger language plpgsql as $$
begin
    raise exception 'consent receipts are only ever added' using errcode = 'restrict_violation';
end $$;

create trigger tr_consent_receipt_stays before update or delete on consent_receipt
    for each row execute function receipts_stay();
create trigger tr_consent_receipt_all_stay before truncate on consent_receipt
    for each statement execute function receipts_stay();

-- People of whom contacts are to be brought in line with what they share now. Done twice, as with registrations: a scan that had read
-- what was before may commit after the first time.
create table sharing_change (
    person_id uuid   not null,
    number    bigint not null default 1,
    again_at  timestamptz,
    constraint pk_sharing_change primary key (person_id)
);

-- What the contact's person shares with its owner, as it was last published. Null with shares_card: what a badge shows of people who
-- made no card.
alter table contact add column shared_fields text;

create function public_card() returns text[] language sql immutable as $$
    select '{NAME,AFFILIATION,CAREER_STAGE,ORCID,LINKEDIN,RESEARCHGATE,X,MASTODON,BLUESKY,PUBMED,SCHOLAR,WEBSITE}'::text[]
$$;

-- What a person shares with an owner who met them at these events: the one row that says so. Fields are null when it is nothing; of
-- several cards it is what any of them shows. A card that was agreed to shows no more than was agreed to. Who was introduced sees the
-- default card without its address.
create function shared_with(of_person uuid, of_owner text, of_encounters jsonb)
returns table (fields text[], email text, interests text, languages text) language sql stable as $$
    select array_agg(distinct (f.field collate "C") order by (f.field collate "C")),
           min(case when f.field = 'EMAIL' then g.email end),
           min(case when f.field = 'INTERESTS' then to_jsonb(g.interests)::text end),
           min(case when f.field = 'LANGUAGES' then to_jsonb(g.languages)::text end)
    from   (
               select array(select unnest(k.fields) intersect select unnest(s.shown)) as fields, s.email, s.interests, s.languages
               from   consent k
               join   share_card s on s.id = k.card_id
               where  k.person_id = of_person and k.holder = of_owner and k.state = 'GRANTED'
               union  all
               select coalesce(s.shown, public_card()), s.email, s.interests, s.languages
               from   registration r
               join   person p on p.id = r.person_id
               left   join share_card s on s.id = coalesce(r.card_id, p.card_id)
               where  r.person_id = of_person and r.sharing = 'CARD' and r.withdrawn_at is null
               and    r.status not in ('CANCELLED', 'DELETED') and jsonb_exists(of_encounters, r.event_id::text)
               and    not exists (select 1
                                  from   consent k
                                  where  k.person_id = of_person and k.holder = of_owner and k.state = 'WITHDRAWN')
               union  all
               select array_remove(coalesce(s.shown, public_card()), 'EMAIL'), null, s.interests, s.languages
               from   acquaintance a
               join   person p on p.id = a.person_id
               left   join share_card s on s.id = p.card_id
               where  a.person_id = of_person and a.owner = of_owner
               and    not exists (select 1
                                  from   consent k
                                  where  k.person_id = of_person and k.holder = of_owner and k.state = 'WITHDRAWN')) as g
    cross  join lateral unnest(g.fields) as f (field)
    where  exists (select 1 from person p where p.id = of_person and p.status = 'ACTIVE')
$$;
