-- A draft can be deleted, and with it what makes no sense without it. People's registrations and the records of exports do:
-- while there are any, the event stays.
alter table event_staff drop constraint fk_event_staff_event;
alter table event_staff add constraint fk_event_staff_event foreign key (event_id) references event (id) on delete cascade;

alter table import_run drop constraint fk_import_run_event;
alter table import_run add constraint fk_import_run_event foreign key (event_id) references event (id) on delete cascade;

alter table session_speaker drop constraint fk_session_speaker_session;
alter table session_speaker add constraint fk_session_speaker_session
  foreign key (session_id) references session (id) on delete cascade;

alter table session_speaker drop constraint fk_session_speaker_speaker;
alter table session_speaker add constraint fk_session_speaker_speaker
  foreign key (speaker_id) references speaker (id) on delete cascade;
