-- By which rules: policy versions, council approvals and proposals; where: areas and cameras.
create table policies (
    version int not null primary key,
    title text not null,
    adopted_day text not null,
    effective_ms bigint not null,
    approval_id text not null,
    words text not null,                         -- JSON: the seven parts of Cal. Civ. Code 1798.90.51(b), by language
    terms text not null,                         -- JSON: what code obeys, see Transparency.Core.Policies.PolicyTerms
    created_ms bigint not null
);
go
create trigger policies_no_update before update on policies
begin
    select raise(abort, 'append-only: policies');
end;
go
create trigger policies_no_delete before delete on policies
begin
    select raise(abort, 'append-only: policies');
end;
go
create table approvals (
    id text not null primary key,
    kind text not null,                          -- program, camera, policy, sharing, feature, contract
    title text not null,
    meeting_day text not null,
    agenda_item text not null,
    vote text not null,
    resolution text not null,
    link text not null,
    expires_day text,
    withdrawn_ms bigint,
    proposal_id text,
    created_ms bigint not null
);
go
create table proposals (
    id text not null primary key,
    kind text not null,
    title text not null,
    summary text not null,
    evaluation text not null,                    -- JSON: the five parts of a surveillance evaluation
    status text not null,                        -- notice, scheduled, approved, rejected, withdrawn
    notice_from_day text not null,
    notice_to_day text not null,
    meeting_day text,
    approval_id text,
    created_ms bigint not null
);
go
create table areas (
    id text not null primary key,
    name text not null,
    ordinal int not null,
    outline text not null                        -- polygon points of the schematic map, "x,y x,y ..." in 0..1000
);
go
create table cameras (
    number int not null primary key,             -- small, so that a detection row stays small
    name text not null,
    area_id text not null references areas (id),
    kind text not null,                          -- fixed, mobile, vendor, contributed
    facing text not null,
    feed text not null,                          -- URL or path; may hold a password: never logged, never shown
    status text not null,                        -- planned, live, paused, removed
    approval_id text,
    contributor_agency_id text,
    created_ms bigint not null,
    live_ms bigint,
    removed_ms bigint
);
go
create table camera_outages (
    id text not null primary key,
    camera int not null references cameras (number),
    from_ms bigint not null,
    to_ms bigint,
    reason text not null
);
go
create index ix_camera_outages_camera on camera_outages (camera, from_ms);
go
create table camera_reports (
    camera int not null primary key,             -- the last report of the worker that reads this camera
    at_ms bigint not null,
    state text not null,                         -- connecting, reading, offline, refused
    frames bigint not null,
    frames_dropped bigint not null,
    detections bigint not null,
    message text not null
);
