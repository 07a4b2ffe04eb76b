-- What a person tells senders besides the window and the budget. Lists are one item a line. A closed boundary may end by itself;
-- then mode_after counts.
alter table boundary add column topics text not null default '';
alter table boundary add column languages text not null default '';
alter table boundary add column mentoring boolean;
alter table boundary add column until timestamptz;
alter table boundary add column mode_after text;
alter table boundary add constraint ck_boundary_until check (
    (until is null and mode_after is null) or (until is not null and mode = 'CLOSED' and mode_after in ('OPEN', 'RELAY', 'BY_REQUEST')));
create index ix_boundary_until on boundary (until) where until is not null;
