-- Entries that have no index yet, so that finding them does not mean walking the whole log. Written with the entry, removed when it
-- is sequenced.
create table log_pending (
    entry_id varchar(36) collate Latin1_General_BIN2 not null primary key,
    at_ms bigint not null
);
