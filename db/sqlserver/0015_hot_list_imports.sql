-- How each hot list is read from its source, and what every reading came to.
create table hot_list_mappings (
    list_id varchar(36) collate Latin1_General_BIN2 not null primary key references hot_lists (id),
    mapping nvarchar(max) not null, -- JSON, see Transparency.Core.HotLists.Import.HotListMapping
    path nvarchar(400) not null, -- the file that is read on schedule; '' = only by hand
    every_minutes int not null,
    stale_minutes int not null -- older than this, the list is shown as stale
);
go
create table hot_list_imports (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    list_id varchar(36) collate Latin1_General_BIN2 not null references hot_lists (id),
    at_ms bigint not null,
    outcome varchar(20) collate Latin1_General_BIN2 not null, -- loaded, kept (the old list stays until the new one is confirmed), refused
    entries int not null,
    bad_rows int not null,
    left_out int not null,
    file_sha256 varchar(64) collate Latin1_General_BIN2 not null
);
go
create index ix_hot_list_imports_list on hot_list_imports (list_id, at_ms);
go
create index ix_hot_list_entries_list on hot_list_entries (list_id);
