-- Who looked at what and why. A search's row and its log entry commit together, before results are shown.
create table searches (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    entry_id varchar(36) collate Latin1_General_BIN2 not null,
    at_ms bigint not null,
    user_id varchar(36) collate Latin1_General_BIN2 not null,
    agency_id varchar(36) collate Latin1_General_BIN2 not null,
    form varchar(20) collate Latin1_General_BIN2 not null, -- plate, area
    pattern nvarchar(40) not null,
    from_ms bigint not null,
    to_ms bigint not null,
    areas varchar(8000) collate Latin1_General_BIN2 not null, -- area ids, comma separated; '' = all
    purpose varchar(40) collate Latin1_General_BIN2 not null,
    case_number nvarchar(100) not null,
    basis nvarchar(2000) not null,
    refusal varchar(40) collate Latin1_General_BIN2, -- null = carried out, see Transparency.Core.Searches.SearchRefusal
    results int not null,
    results_capped int not null,
    cameras int not null,
    cameras_offline varchar(8000) collate Latin1_General_BIN2 not null,
    policy_version int not null
);
go
create index ix_searches_at on searches (at_ms);
go
create index ix_searches_user on searches (user_id, at_ms);
go
create trigger searches_append_only on searches for update, delete as
begin
    if @@rowcount = 0 return;
    raiserror('append-only: searches', 16, 1);
    rollback transaction;
end;
go
create table search_results (
    search_id varchar(36) collate Latin1_General_BIN2 not null,
    ordinal int not null,
    detection_id bigint not null,
    primary key (search_id, ordinal)
);
go
create index ix_search_results_detection on search_results (detection_id, search_id);
go
create table photo_views (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    entry_id varchar(36) collate Latin1_General_BIN2 not null,
    search_id varchar(36) collate Latin1_General_BIN2 not null,
    detection_id bigint not null,
    user_id varchar(36) collate Latin1_General_BIN2 not null,
    at_ms bigint not null
);
go
create trigger photo_views_append_only on photo_views for update, delete as
begin
    if @@rowcount = 0 return;
    raiserror('append-only: photo_views', 16, 1);
    rollback transaction;
end;
