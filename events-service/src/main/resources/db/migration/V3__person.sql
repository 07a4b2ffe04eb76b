create table person (
  id            uuid        not null,
  version       bigint      not null,
  display_name  text        not null,
  given_name    text,
  family_name   text,
  affiliation   text,
  career_stage  text,
  orcid         text,
  zone          text,
  locale        text,
  linkedin      text,
  researchgate  text,
  x             text,
  website       text,
  subject       text,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  change_xid    xid8        not null default pg_current_xact_id(),
  constraint pk_person primary key (id),
  constraint uq_person_subject unique (subject),
  constraint ck_person_career_stage check (career_stage in
    ('STUDENT', 'RESIDENT', 'FELLOW', 'ATTENDING', 'RESEARCHER', 'NURSE', 'ALLIED_HEALTH', 'INDUSTRY', 'OTHER'))
);
create trigger tr_person_change before update on person for each row execute function mark_change();

create table person_email (
  address     text        not null,
  person_id   uuid        not null,
  verified    boolean     not null,
  created_at  timestamptz not null,
  constraint pk_person_email primary key (address),
  constraint fk_person_email_person foreign key (person_id) references person (id)
);
create index ix_person_email_person on person_email (person_id);
