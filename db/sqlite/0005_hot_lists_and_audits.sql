-- Hot lists and their alerts; audits and published documents.
create table hot_lists (
    id text not null primary key,
    name text not null,
    source text not null,
    kind text not null,                          -- see Transparency.Core.HotLists.HotListKind
    refreshed_ms bigint not null,
    is_enabled int not null
);
go
create table hot_list_entries (
    id text not null primary key,
    list_id text not null references hot_lists (id),
    plate text not null,
    state text,
    reason text not null,
    added_ms bigint not null,
    expires_ms bigint
);
go
create index ix_hot_list_entries_plate on hot_list_entries (plate);
go
create table alerts (
    id text not null primary key,
    detection_id bigint not null,
    camera int not null,
    list_id text not null,
    list_entry_id text not null,
    raised_ms bigint not null,
    acknowledged_ms bigint,
    acknowledged_by text,
    verified_ms bigint,
    verified_by text,
    verification text,                           -- confirmed, misread, wrong-state, stale
    disposition text,                            -- see Transparency.Core.Alerts.Disposition
    closed_ms bigint,
    closed_by text
);
go
create unique index ix_alerts_once on alerts (detection_id, list_entry_id);
go
create index ix_alerts_raised on alerts (raised_ms);
go
create table audits (
    id text not null primary key,
    kind text not null,                          -- weekly-review, independent, partner
    title text not null,
    auditor text not null,
    scope text not null,
    period_from_day text not null,
    period_to_day text not null,
    due_day text not null,
    completed_day text,
    outcome text,                                -- passed, findings, failed
    sampled int not null,
    findings int not null,
    summary text not null,
    document_url text
);
go
create table documents (
    id text not null primary key,
    kind text not null,
    title text not null,
    day text not null,
    file_name text not null,
    bytes blob,
    sha256 text not null,
    created_ms bigint not null
);
