-- Templates that owners write themselves. A version is never changed: an edit adds another one, and steps keep naming the
-- version whose words they were made from.
create table template (
    id         uuid        not null,
    owner      text        not null,
    name       text        not null,
    version    bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz,
    constraint pk_template primary key (id)
);
create index ix_template_owner on template (owner, id) where deleted_at is null;

create table template_text (
    template_id uuid   not null,
    version     bigint not null,
    locale      text   not null,
    subject     text   not null,
    body        text   not null,
    constraint pk_template_text primary key (template_id, version, locale),
    constraint fk_template_text foreign key (template_id) references template (id) on delete cascade,
    constraint ck_template_text_locale check (locale in ('en', 'de', 'fr', 'es'))
);

-- What a step was made from. It is told, not followed: the step keeps its own words.
alter table step add column template text;
alter table step add column template_version bigint;
alter table step add column template_locale text;

alter table follow_up add column playbook text;
