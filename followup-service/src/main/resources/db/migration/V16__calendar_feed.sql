-- A feed of one's own follow-ups, for calendar programs, which cannot sign in. Only the token's hash is kept; a new token
-- makes the old one void.
create table calendar_feed (
    owner      text        not null,
    token_hash bytea       not null,
    created_at timestamptz not null,
    constraint pk_calendar_feed primary key (owner),
    constraint uq_calendar_feed_token unique (token_hash)
);
