-- Searches of a shape that the policy lets nobody carry out alone.
create table second_person_requests (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    user_id varchar(36) collate Latin1_General_BIN2 not null references users (id),
    agency_id varchar(36) collate Latin1_General_BIN2 not null,
    body nvarchar(max) not null, -- JSON of the search as it was asked, see Transparency.Core.Searches.SearchRequest
    rules varchar(100) collate Latin1_General_BIN2 not null, -- which rules ask for a second person, comma separated
    entry_id varchar(36) collate Latin1_General_BIN2 not null,
    asked_ms bigint not null,
    expires_ms bigint not null,
    decided_by varchar(36) collate Latin1_General_BIN2 references users (id),
    decided_ms bigint,
    decision varchar(20) collate Latin1_General_BIN2, -- approved, declined
    note nvarchar(1000),
    search_id varchar(36) collate Latin1_General_BIN2 -- the search that used the approval: each counts once
);
go
create index ix_second_person_requests_open on second_person_requests (agency_id, expires_ms) where decision is null;
go
create index ix_second_person_requests_user on second_person_requests (user_id, asked_ms);
go
alter table searches add warrant nvarchar(100) not null default '';
go
create index ix_searches_pattern on searches (pattern, at_ms);
