-- What the benchmark of lists reads: one owner with very many contacts ("many"), many owners with hundreds, one person whom everybody
-- met ("star"). Contacts of different owners lie side by side in the table, as time would have put them. `name` is there already.
create temporary table owned as
select 'owner-' || o as owner, o, ${each} as contacts from generate_series(1, ${owners}) as o
union  all
select 'many', 0, ${many};

create temporary table someone as
select p.n, md5('person' || p.n)::uuid as id, f.display, f.plain, f.given, f.family,
       'University Hospital ' || (array['Kraków', 'Malmö', 'Zürich', 'Köln', 'Łódź', 'Brno', 'Graz', 'Oslo', 'Porto', 'Bergen'])[1 + p.n % 10]
       || ' ' || p.n % 200 as affiliation
from   generate_series(1, ${people}) as p (n)
join   name f on f.n = p.n % (select count(*) from name);
create unique index ix_someone on someone (n);
analyze someone;

insert into event (id, version, name, zone, starts_at, ends_at, status)
select md5('event' || e)::uuid, 1, 'Congress of Cardiology ' || e, 'Europe/Berlin', now() - make_interval(days => e * 27),
       now() - make_interval(days => e * 27 - 3), 'PUBLISHED'
from   generate_series(1, 40) as e;

insert into speaker (id, version, event_id, person_id, display_name, credentials, affiliation, status, words)
select md5('speaker' || n)::uuid, 1, md5('event' || 1 + n % 40)::uuid, id, 'Dr. ' || display, 'MD', affiliation, 'ACTIVE', plain
from   someone
where  n <= 4000;

insert into session (id, version, event_id, title, room, starts_at, ends_at, status, speaker_ids)
select md5('session' || s)::uuid, 1, md5('event' || 1 + s % 40)::uuid, 'Session ' || s, 'Hall', now() - make_interval(days => 27),
       now() - make_interval(days => 27), 'ACTIVE', array(select md5('speaker' || 1 + (s * 5 + i) % 4000)::uuid from generate_series(0, 4) as i)
from   generate_series(1, 800) as s;

insert into person (id, version, subject, display_name, affiliation, career_stage, links, status, words, name_words, keys)
select id, 1, case n when 1 then 'many' when ${people} then 'star' else 'person-' || n end, display, affiliation, 'RESIDENT', '{}', 'ACTIVE',
       plain || ' ' || lower(translate(affiliation, 'öüŁóź', 'ouLoz')), plain,
       array['a:' || lower(translate(affiliation, 'öüŁóź', 'ouLoz')), 'i:' || family || ' ' || left(given, 1), 'n:' || least(given, family) || ' ' || greatest(given, family)]
from   someone;

insert into registration (id, version, settled_version, event_id, person_id, sharing, status)
select md5('registration' || n || '-' || e)::uuid, 1, 1, md5('event' || e)::uuid, id,
       case when n % 20 < 16 then 'CARD' when n % 20 < 19 then 'ASK_ME' else 'OFF' end, 'CONFIRMED'
from   someone
cross  join lateral (values (1 + n % 40), (1 + n * 7 % 40)) as at (e)
on conflict do nothing;

insert into attendance (id, version, person_id, session_id, attended)
select md5('attendance' || s)::uuid, 1, md5('person1')::uuid, md5('session' || s)::uuid, true
from   generate_series(1, 400) as s;

insert into share_card (id, person_id, kind, name, fields, interests, languages, version)
select md5('card' || n)::uuid, id, 'CONFERENCE', 'At congresses', '{AFFILIATION,ORCID,LINKEDIN}', '{sepsis}', '{en}', 1
from   someone
where  n % 20 = 0 or n = ${people};

-- `part` is how far into these three years a contact came about, `dice` what decides about it.
create temporary table kept as
select o.owner, o.o, k, uuidv7(make_interval(secs => -(1 - k::float8 / o.contacts) * 94000000)) as id, k::float8 / o.contacts as part,
       case when o.o > 0 and k = 1 then ${people}
            when o.o = 0 then k
            else 1 + (o.o::bigint * 7919 + k::bigint * 101) % (${people} - 1)
       end as n,
       hashint8(o.o * 1000003::bigint + k) & 2147483647 as dice
from   owned o
cross  join lateral generate_series(1, o.contacts) as k
order  by k::float8 / o.contacts, o.o;

create temporary table met as
select k.*, s.id as person, s.display, s.plain, s.affiliation, (extract(epoch from now() - (1 - part) * interval '94000000 s') * 1000)::bigint as at,
       md5('event' || case when dice % 2 = 0 then 1 + k.n % 40 else 1 + k.n * 7 % 40 end)::uuid as event,
       case when k.n = ${people} then case when dice % 2 = 0 then 'CARD' else 'ASK_ME' end
            when dice % 100 >= 92 then 'TYPED'
            when k.n <= 4000 and dice % 2 = 0 then 'SPEAKER'
            when dice % 100 < 3 then 'PENDING'
            when k.n % 20 >= 16 then 'ASK_ME'
            else 'CARD'
       end as way
from   kept k
join   someone s on s.n = k.n
order  by k.part, k.o;

insert into contact (owner, id, counterpart, person_id, speaker_id, kind, status, pending_reason, shares_card, version, state, words, keys, created_at)
select owner, id, case when way in ('TYPED', 'PENDING') then id else person end, case when way not in ('TYPED', 'PENDING') then person end,
       case way when 'SPEAKER' then md5('speaker' || n)::uuid end,
       case way when 'TYPED' then case when dice % 2 = 0 then 'MANUAL' else 'IMPORTED' end when 'SPEAKER' then 'SPEAKER' else 'SCANNED' end,
       case way when 'PENDING' then 'PENDING' when 'ASK_ME' then 'NEEDS_CONSENT' else 'ACTIVE' end,
       case way when 'PENDING' then 'AWAITING_REGISTRATION' end, way = 'CARD', 1,
       jsonb_strip_nulls(jsonb_build_object(
           'intent', jsonb_build_object('value', (array['LEARN', 'COLLABORATE', 'MENTOR', 'PEER'])[1 + dice % 4], 'stamp', stamp),
           'rating', case when dice % 3 = 0 then jsonb_build_object('value', 1 + dice % 5, 'stamp', stamp) end,
           'doNotContact', case when dice % 50 = 0 then jsonb_build_object('value', '{"active": true}'::jsonb, 'stamp', stamp) end,
           'tags', (select jsonb_object_agg(case when dice % 20011 = i then 'zebrafish' else 'topic ' || (dice / 13 + i * 7) % 30 end,
                                            jsonb_build_object('value', true, 'stamp', stamp))
                    from   generate_series(1, dice / 7 % 4) as i),
           'encounters', case when way <> 'TYPED'
                              then jsonb_build_object(event::text, jsonb_build_object(
                                       'id', md5('encounter' || id)::uuid,
                                       'metAt', to_char(to_timestamp(at / 1e3) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                                       'place', jsonb_build_object('value', 'poster hall', 'stamp', stamp)))
                         end,
           'details', case when way = 'TYPED'
                           then jsonb_build_object(
                                    'fields', jsonb_build_object('DISPLAY_NAME', jsonb_build_object('value', display, 'stamp', stamp),
                                                                 'AFFILIATION', jsonb_build_object('value', affiliation, 'stamp', stamp)),
                                    'lists', jsonb_build_object('EMAILS', jsonb_build_object('someone' || n || '@example.org',
                                                                                             jsonb_build_object('value', '', 'stamp', stamp))))
                      end)),
       case when way = 'TYPED' then plain || ' ' || lower(translate(affiliation, 'öüŁóź', 'ouLoz')) || ' someone' || n || ' example org' end,
       case when way = 'TYPED' then array['a:' || lower(translate(affiliation, 'öüŁóź', 'ouLoz')), 'e:someone' || n || '@example.org'] end,
       to_timestamp(at / 1e3)
from   met
cross  join lateral jsonb_build_array(at, 0, 'phone', id::text) as s (stamp);

insert into scan (owner, scan_id, contact_id, event_id, outcome, fingerprint, scanned_at, effective_at, received_at, clock_corrected, device_id,
                  device_sequence)
select owner, uuidv7(make_interval(secs => -(1 - part) * 94000000)), id, event, case way when 'PENDING' then 'PENDING' when 'ASK_ME' then 'NEEDS_CONSENT' else 'CREATED' end, dice,
       to_timestamp(at / 1e3), to_timestamp(at / 1e3), to_timestamp(at / 1e3), false, 'phone', k
from   met
where  way in ('CARD', 'ASK_ME', 'PENDING');

insert into note (owner, contact_id, source_id, position, kind, body, noted_at)
select owner, id, md5('note' || id)::uuid, 0, 'NOTE',
       case when dice % 20011 = 7 then 'Showed me her zebrafish. ' else '' end || case when dice % 2 = 0 then 'Wants to read our paper about ' else 'We talked of ' end
       || (select string_agg((array['sepsis', 'atrial fibrillation', 'delirium', 'ultrasound', 'registries', 'night shifts', 'randomised trials', 'biostatistics',
                                    'peer review', 'open data', 'heart failure', 'teaching', 'simulation', 'publication bias', 'café', 'Ménière', 'stroke units'])
                             [1 + (dice / (i * 5) + i) % 17], ', ')
           from   generate_series(1, 4) as i) || '.',
       to_timestamp(at / 1e3)
from   met
where  dice % 5 < 3;

insert into interaction (owner, id, contact_id, kind, direction, occurred_at, note, source, content, version, created_at)
select owner, gen_random_uuid(), id, case when dice % 4 = 0 then 'EMAIL_RECEIVED' else 'CALL' end, case when dice % 4 = 0 then 'INBOUND' else 'MUTUAL' end,
       to_timestamp(at / 1e3) + (now() - to_timestamp(at / 1e3)) * i / 4.0, null, 'OWNER', gen_random_uuid(), 1, now()
from   met
cross  join lateral generate_series(1, dice % 3) as i
where  dice % 10 < 5;

insert into interaction (owner, id, contact_id, kind, direction, occurred_at, note, source, content, version, created_at)
select 'many', gen_random_uuid(), (select id from kept where owner = 'many' and k = 1), 'CALL', 'MUTUAL', now() - make_interval(hours => i), 'again', 'OWNER', gen_random_uuid(), 1, now()
from   generate_series(1, 10000) as i;

insert into ledger_entry (owner, id, contact_id, kind, by_whom, what, happened_at, due_on, state, settled_at, version)
select owner, gen_random_uuid(), id, case when dice % 2 = 0 then 'PROMISE' else 'GIVEN' end, case when dice % 7 = 0 then 'THEM' else 'ME' end, 'the slides', to_timestamp(at / 1e3),
       case when dice % 2 = 0 then current_date + (dice / 100 % 400)::int - 20 end, case when dice % 2 = 0 then 'OPEN' else 'RECORDED' end, null, 1
from   met
where  dice % 11 = 0;

insert into ledger_entry (owner, id, contact_id, kind, by_whom, what, happened_at, due_on, state, settled_at, version)
select 'many', gen_random_uuid(), (select id from kept where owner = 'many' and k = 1), 'GIVEN', 'ME', 'a paper', now() - make_interval(hours => i), null, 'RECORDED', null, 1
from   generate_series(1, 10000) as i;

-- Owners of many contacts are owed more than they owe: none of these is by the owner.
insert into ledger_entry (owner, id, contact_id, kind, by_whom, what, happened_at, due_on, state, settled_at, version)
select 'owed', gen_random_uuid(), gen_random_uuid(), 'PROMISE', 'THEM', 'a chapter', now(), current_date + i % 300, 'OPEN', null, 1
from   generate_series(1, ${many}) as i;

insert into contact_depth (owner, contact_id, band, formula)
select owner, id, (array['WARM', 'ACTIVE', 'COOLING'])[1 + (dice / 5 % 3)::int], 1
from   met
where  dice % 10 < 5;

insert into contact_cadence (owner, contact_id, ideal_days, maximum_days, version)
select owner, id, 30 + dice % 60, 120 + dice % 60, 1
from   met
where  dice % 97 = 0;

insert into tag_cadence (owner, id, tag, ideal_days, maximum_days, version)
select owner, gen_random_uuid(), tag, 90, 180, 1
from   owned
cross  join (values ('topic 3'), ('zebrafish')) as t (tag);

insert into tag_cadence (owner, id, tag, ideal_days, maximum_days, version)
select 'tagger', gen_random_uuid(), 'label ' || i, 90, 180, 1
from   generate_series(1, 5000) as i;

insert into consent (person_id, holder, state, card_id, fields, asked_at, changed_at)
select person, owner, case when n = ${people} and o % 2 = 0 then 'GRANTED' else 'ASKED' end,
       case when n = ${people} and o % 2 = 0 then md5('card' || n)::uuid end, case when n = ${people} and o % 2 = 0 then '{NAME,AFFILIATION}'::text[] end,
       now() - interval '1 day', now() - interval '1 day'
from   met
where  way = 'ASK_ME' or n = ${people};

insert into consent_receipt (person_id, kind, through, event_id, fields, registration_id, registration_version, given_at)
select person_id, 'GRANTED', 'REGISTRATION', event_id, '{NAME,AFFILIATION}', id, 1, now() - interval '2 days'
from   registration
where  sharing = 'CARD';

insert into consent_receipt (person_id, holder, kind, through, card_id, card_version, fields, given_at)
select person_id, holder, 'GRANTED', 'REQUEST', card_id, 1, fields, changed_at
from   consent
where  state = 'GRANTED';

insert into goal (owner, id, statement, wish, topics, languages, career_stage, version)
select case when g <= 5000 then 'many' else 'person-' || g end, md5('goal' || g)::uuid, 'Learn to read an echo ' || g, 'MENTOR', '{sepsis,ultrasound}', '{en}', 'RESIDENT', 1
from   generate_series(1, 10000) as g;

insert into mentor_profile (id, owner, headline, wishes, topics, languages, career_stages, capacity, taken, shows_name, shows_affiliation, active, version)
select md5('mentor' || m)::uuid, case m when 1 then 'star' else 'person-' || 5000 + m end, 'Cardiologist', '{MENTOR}',
       array[(array['sepsis', 'ultrasound', 'stroke', 'delirium'])[1 + m % 4]], '{en}', '{RESIDENT}', 3, 0, true, true, true, 1
from   generate_series(1, 4000) as m;

insert into mentoring_request (id, mentee, goal_id, profile_id, message, state, asked_at, expires_at, ended_at, version)
select gen_random_uuid(), case when r <= 5000 then 'many' else 'person-' || r end, md5('goal' || 1 + r % 10000)::uuid,
       case when r <= 5000 then md5('mentor' || 2 + r % 3000)::uuid else md5('mentor1')::uuid end, 'Would you look at my plan?', 'DECLINED',
       now() - interval '40 days', now() - interval '20 days', now() - interval '30 days', 1
from   generate_series(1, 10000) as r;

insert into introduction (id, introducer, first_contact, second_contact, first_person, second_person, reason, state, offered_at, expires_at, version)
select md5('introduction' || i)::uuid, case when i <= 10000 then 'many' else 'person-' || i end, gen_random_uuid(), gen_random_uuid(),
       least(a.id, b.id), greatest(a.id, b.id), 'Both work on sepsis.', 'EXPIRED', now() - interval '40 days', now() - interval '20 days', 1
from   generate_series(1, 20000) as i
join   someone a on a.n = case when i <= 10000 then 2 else 1 end
join   someone b on b.n = 3 + i;

insert into introduction_side (introduction_id, subject, person_id)
select i.id, p.subject, p.id
from   introduction i
join   person p on p.id in (i.first_person, i.second_person);

insert into contact_merge (owner, id, winner_id, loser_id, winner_kind, stamp, merged_at, undone_at)
select owner, uuidv7(make_interval(secs => -k)), id, gen_random_uuid(), 'SCANNED', '[0, 0, "owner", "x"]', now(), now()
from   kept
where  owner = 'many' and k <= 10000;

insert into contact_distinct (owner, one_id, other_id, decided_at)
select a.owner, least(a.id, b.id), greatest(a.id, b.id), now()
from   kept a
join   kept b on b.owner = a.owner and b.k = a.k + 1
where  a.owner = 'many' and a.k % 200 = 0;

drop table met, kept, someone, owned;
