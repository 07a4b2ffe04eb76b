select k.id as speaker_id,
       k.external_id as external_id,
       k.display_name as display_name,
       k.given_name as given_name,
       k.family_name as family_name,
       k.credentials as credentials,
       k.affiliation as affiliation,
       k.ror_id as ror_id,
       k.country as country,
       k.orcid as orcid,
       k.linkedin as linkedin_url,
       k.researchgate as researchgate_url,
       k.x as x_url,
       k.website as website_url,
       k.bio as bio,
       k.contact_mode as contact_mode,
       case when k.email_shared and k.contact_mode = 'OPEN' then k.email end as email,
       case when k.email_shared then 'true' else 'false' end as email_shared,
       coalesce(part.sessions, 0) as session_count,
       part.ids as session_ids,
       part.titles as session_titles,
       part.roles as roles,
       part.tracks as track,
       part.rooms as room,
       to_char(part.first_start at time zone 'Europe/Vienna', 'YYYY-MM-DD"T"HH24:MI:SS') as session_start,
       to_char(part.last_end at time zone 'Europe/Vienna', 'YYYY-MM-DD"T"HH24:MI:SS') as session_end,
       to_char(part.first_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as session_start_utc,
       'Europe/Vienna' as zone,
       k.status as status,
       to_char(greatest(k.updated_at, part.updated_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as updated_at
from   speaker k
left   join lateral (
  select count(*) as sessions,
         string_agg(replace(replace(s.id::text, '\', '\\'), '|', '\|'), '|' order by s.start_instant, s.id) as ids,
         string_agg(replace(replace(s.title, '\', '\\'), '|', '\|'), '|' order by s.start_instant, s.id) as titles,
         string_agg(distinct replace(replace(p.role, '\', '\\'), '|', '\|'), '|') as roles,
         string_agg(distinct replace(replace(s.track, '\', '\\'), '|', '\|'), '|') as tracks,
         string_agg(distinct replace(replace(s.room, '\', '\\'), '|', '\|'), '|') as rooms,
         string_agg(distinct replace(replace(s.language, '\', '\\'), '|', '\|'), '|') as languages,
         min(s.start_instant) as first_start, max(s.end_instant) as last_end,
         max(s.updated_at) as updated_at, bool_or(false) as changed
  from   session_speaker p
  cross  join lateral (
    select s.id, s.title, s.track, s.room, s.language, s.start_instant, s.end_instant, s.status, s.updated_at, s.change_xid
    from   session s
    where  s.id = p.session_id
    limit  1
  ) as s
  where  p.speaker_id = k.id and s.status = 'ACTIVE'
) as part on true
where  k.event_id = '{event}'::uuid and k.status = 'ACTIVE'
order  by k.display_name collate "C", k.id
