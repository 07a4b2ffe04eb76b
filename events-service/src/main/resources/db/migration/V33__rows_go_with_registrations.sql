-- What webinar reports and certificates say about a registration goes with it.
alter table webinar_participant drop constraint fk_webinar_participant_registration;
alter table webinar_participant add constraint fk_webinar_participant_registration
  foreign key (registration_id) references registration (id) on delete cascade;
alter table webinar_decision drop constraint fk_webinar_decision_registration;
alter table webinar_decision add constraint fk_webinar_decision_registration
  foreign key (registration_id) references registration (id) on delete cascade;
alter table certificate drop constraint fk_certificate_registration;
alter table certificate add constraint fk_certificate_registration
  foreign key (registration_id) references registration (id) on delete cascade;
