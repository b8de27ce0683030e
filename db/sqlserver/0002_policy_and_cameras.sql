-- By which rules: policy versions, council approvals and proposals; where: areas and cameras.
create table policies (
    version int not null primary key,
    title nvarchar(200) not null,
    adopted_day varchar(10) collate Latin1_General_BIN2 not null,
    effective_ms bigint not null,
    approval_id varchar(36) collate Latin1_General_BIN2 not null,
    words nvarchar(max) not null,                -- JSON: the seven parts of Cal. Civ. Code 1798.90.51(b), by language
    terms nvarchar(max) not null,                -- JSON: what code obeys, see Transparency.Core.Policies.PolicyTerms
    created_ms bigint not null
);
go
create trigger policies_append_only on policies for update, delete as
begin
    if @@rowcount = 0 return;
    raiserror('append-only: policies', 16, 1);
    rollback transaction;
end;
go
create table approvals (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    kind varchar(40) collate Latin1_General_BIN2 not null, -- program, camera, policy, sharing, feature, contract
    title nvarchar(300) not null,
    meeting_day varchar(10) collate Latin1_General_BIN2 not null,
    agenda_item nvarchar(100) not null,
    vote nvarchar(100) not null,
    resolution nvarchar(100) not null,
    link nvarchar(500) not null,
    expires_day varchar(10) collate Latin1_General_BIN2,
    withdrawn_ms bigint,
    proposal_id varchar(36) collate Latin1_General_BIN2,
    created_ms bigint not null
);
go
create table proposals (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    kind varchar(40) collate Latin1_General_BIN2 not null,
    title nvarchar(300) not null,
    summary nvarchar(max) not null,
    evaluation nvarchar(max) not null,           -- JSON: the five parts of a surveillance evaluation
    status varchar(20) collate Latin1_General_BIN2 not null, -- notice, scheduled, approved, rejected, withdrawn
    notice_from_day varchar(10) collate Latin1_General_BIN2 not null,
    notice_to_day varchar(10) collate Latin1_General_BIN2 not null,
    meeting_day varchar(10) collate Latin1_General_BIN2,
    approval_id varchar(36) collate Latin1_General_BIN2,
    created_ms bigint not null
);
go
create table areas (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    name nvarchar(100) not null,
    ordinal int not null,
    outline varchar(1000) collate Latin1_General_BIN2 not null -- polygon points of the schematic map, "x,y x,y ..." in 0..1000
);
go
create table cameras (
    number int not null primary key,             -- small, so that a detection row stays small
    name nvarchar(200) not null,
    area_id varchar(36) collate Latin1_General_BIN2 not null references areas (id),
    kind varchar(20) collate Latin1_General_BIN2 not null, -- fixed, mobile, vendor, contributed
    facing varchar(20) collate Latin1_General_BIN2 not null,
    feed nvarchar(1000) not null,                -- URL or path; may hold a password: never logged, never shown
    status varchar(20) collate Latin1_General_BIN2 not null, -- planned, live, paused, removed
    approval_id varchar(36) collate Latin1_General_BIN2,
    contributor_agency_id varchar(36) collate Latin1_General_BIN2,
    created_ms bigint not null,
    live_ms bigint,
    removed_ms bigint
);
go
create table camera_outages (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    camera int not null references cameras (number),
    from_ms bigint not null,
    to_ms bigint,
    reason nvarchar(500) not null
);
go
create index ix_camera_outages_camera on camera_outages (camera, from_ms);
go
create table camera_reports (
    camera int not null primary key,             -- the last report of the worker that reads this camera
    at_ms bigint not null,
    state varchar(20) collate Latin1_General_BIN2 not null, -- connecting, reading, offline, refused
    frames bigint not null,
    frames_dropped bigint not null,
    detections bigint not null,
    message nvarchar(500) not null
);
