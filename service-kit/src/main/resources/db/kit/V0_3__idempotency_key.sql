-- Answers that are given again when a creating request is repeated with the same Idempotency-Key.
create table idempotency_key (
    owner        text        not null,
    method       text        not null,
    path         text        not null,
    key          text        not null,
    content_hash bytea       not null,
    status       integer     not null,
    headers      text        not null,
    body         bytea,
    created_at   timestamptz not null,
    constraint pk_idempotency_key primary key (owner, method, path, key),
    constraint ck_idempotency_key_key check (length(key) between 1 and 128)
);

create index ix_idempotency_key_created on idempotency_key (created_at);
