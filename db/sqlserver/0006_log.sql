-- The public log. An entry commits with its act; later it gets an index in the tree, and tiles, head and checkpoint follow.
create table log_entries (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    act varchar(40) collate Latin1_General_BIN2 not null,
    day varchar(10) collate Latin1_General_BIN2 not null,
    at_ms bigint not null,
    user_id varchar(36) collate Latin1_General_BIN2 not null,
    user_name nvarchar(200) not null,
    organisation nvarchar(300) not null,
    purpose nvarchar(1000) not null,
    elements nvarchar(2000) not null,            -- data elements queried or changed, in words; Cal. Civ. Code 1798.90.52(a)
    outcome nvarchar(500) not null,
    address varchar(64) collate Latin1_General_BIN2 not null,
    entry varbinary(max) not null,               -- the exact public bytes
    leaf varbinary(32) not null
);
go
create index ix_log_entries_day on log_entries (day, act);
go
create trigger log_entries_append_only on log_entries for update, delete as
begin
    if @@rowcount = 0 return;
    raiserror('append-only: log_entries', 16, 1);
    rollback transaction;
end;
go
create table log_fields (
    entry_id varchar(36) collate Latin1_General_BIN2 not null,
    name varchar(40) collate Latin1_General_BIN2 not null,
    value nvarchar(max) not null,
    salt varbinary(32) not null,                 -- destroying the row makes the commitment unopenable for ever
    primary key (entry_id, name)
);
go
create table log_sequence (
    idx bigint not null primary key,
    entry_id varchar(36) collate Latin1_General_BIN2 not null unique
);
go
create trigger log_sequence_append_only on log_sequence for update, delete as
begin
    if @@rowcount = 0 return;
    raiserror('append-only: log_sequence', 16, 1);
    rollback transaction;
end;
go
create table log_tiles (
    level int not null,                          -- -1 = entry bundle
    tile bigint not null,
    width int not null,                          -- 256 = full
    bytes varbinary(max) not null,
    primary key (level, tile, width)
);
go
create table log_heads (
    size bigint not null primary key,
    root varbinary(32) not null,
    at_ms bigint not null
);
go
create trigger log_heads_append_only on log_heads for update, delete as
begin
    if @@rowcount = 0 return;
    raiserror('append-only: log_heads', 16, 1);
    rollback transaction;
end;
go
create table log_checkpoints (
    size bigint not null primary key,
    note nvarchar(max) not null,
    at_ms bigint not null
);
go
create trigger log_checkpoints_append_only on log_checkpoints for update, delete as
begin
    if @@rowcount = 0 return;
    raiserror('append-only: log_checkpoints', 16, 1);
    rollback transaction;
end;
go
create table log_disclosures (
    day varchar(10) collate Latin1_General_BIN2 not null primary key,
    bytes varbinary(max) not null,
    at_ms bigint not null
);
