-- Who: the city, agencies with their agreements, accounts with training and policy acknowledgement.
create table city (
    id int not null primary key,                 -- always 1
    name nvarchar(200) not null,
    police_name nvarchar(200) not null,
    agency_id varchar(36) collate Latin1_General_BIN2 not null,
    time_zone varchar(64) collate Latin1_General_BIN2 not null, -- IANA name; days in this database are days of this zone
    log_origin varchar(200) collate Latin1_General_BIN2 not null,
    is_demonstration int not null
);
go
create table agencies (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    name nvarchar(300) not null,
    kind varchar(40) collate Latin1_General_BIN2 not null, -- see Transparency.Core.Agencies.AgencyKind
    state varchar(2) collate Latin1_General_BIN2 not null,
    ori varchar(9) collate Latin1_General_BIN2,
    created_ms bigint not null
);
go
create table agreements (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    agency_id varchar(36) collate Latin1_General_BIN2 not null references agencies (id),
    direction varchar(20) collate Latin1_General_BIN2 not null, -- outbound-search, inbound-search, alerts, contribution
    decision varchar(20) collate Latin1_General_BIN2 not null, -- agreed, requested, refused
    decision_reason nvarchar(1000) not null,
    legal_basis nvarchar(500) not null,
    terms nvarchar(max) not null,                -- JSON: required terms ticked one by one
    document_url nvarchar(500),
    signed_day varchar(10) collate Latin1_General_BIN2,
    effective_day varchar(10) collate Latin1_General_BIN2,
    expires_day varchar(10) collate Latin1_General_BIN2,
    audit_result varchar(20) collate Latin1_General_BIN2, -- passed, failed
    audit_day varchar(10) collate Latin1_General_BIN2,
    audit_due_day varchar(10) collate Latin1_General_BIN2,
    suspended_ms bigint,
    suspended_reason nvarchar(1000),
    updated_ms bigint not null
);
go
create index ix_agreements_agency on agreements (agency_id);
go
create table users (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    user_name nvarchar(100) not null,
    normalized_name nvarchar(100) not null unique,
    display_name nvarchar(200) not null,
    agency_id varchar(36) collate Latin1_General_BIN2 not null references agencies (id),
    unit nvarchar(100) not null,
    roles varchar(200) collate Latin1_General_BIN2 not null, -- comma separated, see Transparency.Core.Identity.Roles
    password_hash varchar(500) collate Latin1_General_BIN2 not null,
    security_stamp varchar(64) collate Latin1_General_BIN2 not null,
    access_failed_count int not null,
    lockout_end_ms bigint,
    disabled_ms bigint,
    created_ms bigint not null
);
go
create table trainings (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    user_id varchar(36) collate Latin1_General_BIN2 not null references users (id),
    certificate nvarchar(200) not null,
    completed_day varchar(10) collate Latin1_General_BIN2 not null,
    expires_day varchar(10) collate Latin1_General_BIN2 not null
);
go
create index ix_trainings_user on trainings (user_id);
go
create table policy_acknowledgements (
    user_id varchar(36) collate Latin1_General_BIN2 not null,
    version int not null,
    at_ms bigint not null,
    primary key (user_id, version)
);
go
create trigger policy_acknowledgements_append_only on policy_acknowledgements for update, delete as
begin
    if @@rowcount = 0 return;
    raiserror('append-only: policy_acknowledgements', 16, 1);
    rollback transaction;
end;
