-- Searches of a shape that the policy lets nobody carry out alone.
create table second_person_requests (
    id text not null primary key,
    user_id text not null references users (id),
    agency_id text not null,
    body text not null,                          -- JSON of the search as it was asked, see Transparency.Core.Searches.SearchRequest
    rules text not null,                         -- which rules ask for a second person, comma separated
    entry_id text not null,
    asked_ms bigint not null,
    expires_ms bigint not null,
    decided_by text references users (id),
    decided_ms bigint,
    decision text,                               -- approved, declined
    note text,
    search_id text                               -- the search that used the approval: each counts once
);
go
create index ix_second_person_requests_open on second_person_requests (agency_id, expires_ms) where decision is null;
go
create index ix_second_person_requests_user on second_person_requests (user_id, asked_ms);
go
alter table searches add warrant text not null default '';
go
create index ix_searches_pattern on searches (pattern, at_ms);
