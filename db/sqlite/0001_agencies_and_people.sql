-- Who: the city, agencies with their agreements, accounts with training and policy acknowledgement.
create table city (
    id int not null primary key,                 -- always 1
    name text not null,
    police_name text not null,
    agency_id text not null,
    time_zone text not null,                     -- IANA name; days in this database are days of this zone
    log_origin text not null,
    is_demonstration int not null
);
go
create table agencies (
    id text not null primary key,
    name text not null,
    kind text not null,                          -- see Transparency.Core.Agencies.AgencyKind
    state text not null,
    ori text,
    created_ms bigint not null
);
go
create table agreements (
    id text not null primary key,
    agency_id text not null references agencies (id),
    direction text not null,                     -- outbound-search, inbound-search, alerts, contribution
    decision text not null,                      -- agreed, requested, refused
    decision_reason text not null,
    legal_basis text not null,
    terms text not null,                         -- JSON: required terms ticked one by one
    document_url text,
    signed_day text,
    effective_day text,
    expires_day text,
    audit_result text,                           -- passed, failed
    audit_day text,
    audit_due_day text,
    suspended_ms bigint,
    suspended_reason text,
    updated_ms bigint not null
);
go
create index ix_agreements_agency on agreements (agency_id);
go
create table users (
    id text not null primary key,
    user_name text not null,
    normalized_name text not null unique,
    display_name text not null,
    agency_id text not null references agencies (id),
    unit text not null,
    roles text not null,                         -- comma separated, see Transparency.Core.Identity.Roles
    password_hash text not null,
    security_stamp text not null,
    access_failed_count int not null,
    lockout_end_ms bigint,
    disabled_ms bigint,
    created_ms bigint not null
);
go
create table trainings (
    id text not null primary key,
    user_id text not null references users (id),
    certificate text not null,
    completed_day text not null,
    expires_day text not null
);
go
create index ix_trainings_user on trainings (user_id);
go
create table policy_acknowledgements (
    user_id text not null,
    version int not null,
    at_ms bigint not null,
    primary key (user_id, version)
);
go
create trigger policy_acknowledgements_no_update before update on policy_acknowledgements
begin
    select raise(abort, 'append-only: policy_acknowledgements');
end;
go
create trigger policy_acknowledgements_no_delete before delete on policy_acknowledgements
begin
    select raise(abort, 'append-only: policy_acknowledgements');
end;
