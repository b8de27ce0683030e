-- The public log. An entry commits with its act; later it gets an index in the tree, and tiles, head and checkpoint follow.
create table log_entries (
    id text not null primary key,
    act text not null,
    day text not null,
    at_ms bigint not null,
    user_id text not null,
    user_name text not null,
    organisation text not null,
    purpose text not null,
    elements text not null,                      -- data elements queried or changed, in words; Cal. Civ. Code 1798.90.52(a)
    outcome text not null,
    address text not null,
    entry blob not null,                         -- the exact public bytes
    leaf blob not null
);
go
create index ix_log_entries_day on log_entries (day, act);
go
create trigger log_entries_no_update before update on log_entries
begin
    select raise(abort, 'append-only: log_entries');
end;
go
create trigger log_entries_no_delete before delete on log_entries
begin
    select raise(abort, 'append-only: log_entries');
end;
go
create table log_fields (
    entry_id text not null,
    name text not null,
    value text not null,
    salt blob not null,                          -- destroying the row makes the commitment unopenable for ever
    primary key (entry_id, name)
);
go
create table log_sequence (
    idx bigint not null primary key,
    entry_id text not null unique
);
go
create trigger log_sequence_no_update before update on log_sequence
begin
    select raise(abort, 'append-only: log_sequence');
end;
go
create trigger log_sequence_no_delete before delete on log_sequence
begin
    select raise(abort, 'append-only: log_sequence');
end;
go
create table log_tiles (
    level int not null,                          -- -1 = entry bundle
    tile bigint not null,
    width int not null,                          -- 256 = full
    bytes blob not null,
    primary key (level, tile, width)
);
go
create table log_heads (
    size bigint not null primary key,
    root blob not null,
    at_ms bigint not null
);
go
create trigger log_heads_no_update before update on log_heads
begin
    select raise(abort, 'append-only: log_heads');
end;
go
create trigger log_heads_no_delete before delete on log_heads
begin
    select raise(abort, 'append-only: log_heads');
end;
go
create table log_checkpoints (
    size bigint not null primary key,
    note text not null,
    at_ms bigint not null
);
go
create trigger log_checkpoints_no_update before update on log_checkpoints
begin
    select raise(abort, 'append-only: log_checkpoints');
end;
go
create trigger log_checkpoints_no_delete before delete on log_checkpoints
begin
    select raise(abort, 'append-only: log_checkpoints');
end;
go
create table log_disclosures (
    day text not null primary key,
    bytes blob not null,
    at_ms bigint not null
);
