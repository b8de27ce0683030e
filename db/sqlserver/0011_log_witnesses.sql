-- Signatures of witnesses under checkpoints, and how each witness answered last.
create table log_cosignatures (
    size bigint not null,
    witness varchar(200) collate Latin1_General_BIN2 not null, -- the witness key's name
    line nvarchar(600) not null,                 -- the signature line with its newline
    at_ms bigint not null,                       -- when the witness says it signed
    primary key (size, witness)
);
go
create table log_witnesses (
    witness varchar(200) collate Latin1_General_BIN2 not null primary key,
    known_size bigint not null,                  -- the newest head of ours it has signed
    state varchar(40) collate Latin1_General_BIN2 not null, -- signed, unreachable, refused, alarm
    detail nvarchar(500) not null,               -- in words, for the public page
    asked_ms bigint not null,
    signed_ms bigint                             -- null until it signed for the first time
);
