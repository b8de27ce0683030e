-- Signatures of witnesses under checkpoints, and how each witness answered last.
create table log_cosignatures (
    size bigint not null,
    witness text not null,                       -- the witness key's name
    line text not null,                          -- the signature line with its newline
    at_ms bigint not null,                       -- when the witness says it signed
    primary key (size, witness)
);
go
create table log_witnesses (
    witness text not null primary key,
    known_size bigint not null,                  -- the newest head of ours it has signed
    state text not null,                         -- signed, unreachable, refused, alarm
    detail text not null,                        -- in words, for the public page
    asked_ms bigint not null,
    signed_ms bigint                             -- null until it signed for the first time
);
