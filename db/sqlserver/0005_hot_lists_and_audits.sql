-- Hot lists and their alerts; audits and published documents.
create table hot_lists (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    name nvarchar(200) not null,
    source nvarchar(200) not null,
    kind varchar(40) collate Latin1_General_BIN2 not null, -- see Transparency.Core.HotLists.HotListKind
    refreshed_ms bigint not null,
    is_enabled int not null
);
go
create table hot_list_entries (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    list_id varchar(36) collate Latin1_General_BIN2 not null references hot_lists (id),
    plate varchar(16) collate Latin1_General_BIN2 not null,
    state varchar(2) collate Latin1_General_BIN2,
    reason nvarchar(500) not null,
    added_ms bigint not null,
    expires_ms bigint
);
go
create index ix_hot_list_entries_plate on hot_list_entries (plate);
go
create table alerts (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    detection_id bigint not null,
    camera int not null,
    list_id varchar(36) collate Latin1_General_BIN2 not null,
    list_entry_id varchar(36) collate Latin1_General_BIN2 not null,
    raised_ms bigint not null,
    acknowledged_ms bigint,
    acknowledged_by varchar(36) collate Latin1_General_BIN2,
    verified_ms bigint,
    verified_by varchar(36) collate Latin1_General_BIN2,
    verification varchar(40) collate Latin1_General_BIN2, -- confirmed, misread, wrong-state, stale
    disposition varchar(40) collate Latin1_General_BIN2, -- see Transparency.Core.Alerts.Disposition
    closed_ms bigint,
    closed_by varchar(36) collate Latin1_General_BIN2
);
go
create unique index ix_alerts_once on alerts (detection_id, list_entry_id);
go
create index ix_alerts_raised on alerts (raised_ms);
go
create table audits (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    kind varchar(40) collate Latin1_General_BIN2 not null, -- weekly-review, independent, partner
    title nvarchar(300) not null,
    auditor nvarchar(200) not null,
    scope nvarchar(2000) not null,
    period_from_day varchar(10) collate Latin1_General_BIN2 not null,
    period_to_day varchar(10) collate Latin1_General_BIN2 not null,
    due_day varchar(10) collate Latin1_General_BIN2 not null,
    completed_day varchar(10) collate Latin1_General_BIN2,
    outcome varchar(20) collate Latin1_General_BIN2, -- passed, findings, failed
    sampled int not null,
    findings int not null,
    summary nvarchar(max) not null,
    document_url nvarchar(500)
);
go
create table documents (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    kind varchar(40) collate Latin1_General_BIN2 not null,
    title nvarchar(300) not null,
    day varchar(10) collate Latin1_General_BIN2 not null,
    file_name varchar(200) collate Latin1_General_BIN2 not null,
    bytes varbinary(max),
    sha256 varchar(64) collate Latin1_General_BIN2 not null,
    created_ms bigint not null
);
