-- Who looked at what and why. A search's row and its log entry commit together, before results are shown.
create table searches (
    id text not null primary key,
    entry_id text not null,
    at_ms bigint not null,
    user_id text not null,
    agency_id text not null,
    form text not null,                          -- plate, area
    pattern text not null,
    from_ms bigint not null,
    to_ms bigint not null,
    areas text not null,                         -- area ids, comma separated; '' = all
    purpose text not null,
    case_number text not null,
    basis text not null,
    refusal text,                                -- null = carried out, see Transparency.Core.Searches.SearchRefusal
    results int not null,
    results_capped int not null,
    cameras int not null,
    cameras_offline text not null,
    policy_version int not null
);
go
create index ix_searches_at on searches (at_ms);
go
create index ix_searches_user on searches (user_id, at_ms);
go
create trigger searches_no_update before update on searches
begin
    select raise(abort, 'append-only: searches');
end;
go
create trigger searches_no_delete before delete on searches
begin
    select raise(abort, 'append-only: searches');
end;
go
create table search_results (
    search_id text not null,
    ordinal int not null,
    detection_id bigint not null,
    primary key (search_id, ordinal)
);
go
create index ix_search_results_detection on search_results (detection_id, search_id);
go
create table photo_views (
    id text not null primary key,
    entry_id text not null,
    search_id text not null,
    detection_id bigint not null,
    user_id text not null,
    at_ms bigint not null
);
go
create trigger photo_views_no_update before update on photo_views
begin
    select raise(abort, 'append-only: photo_views');
end;
go
create trigger photo_views_no_delete before delete on photo_views
begin
    select raise(abort, 'append-only: photo_views');
end;
