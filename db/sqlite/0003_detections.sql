-- What was read. detections is the one big table; see docs/decisions/0004-detections.md.
create table plates (
    plate_id integer not null primary key,
    text text not null unique,
    skeleton text not null                       -- look-alike characters folded
);
go
create index ix_plates_skeleton on plates (skeleton);
go
create table detections (
    id bigint not null primary key,              -- made at the edge: milliseconds since 2020, node, sequence
    plate_id bigint not null,
    camera int not null,
    colour smallint not null,                    -- 0 = not told, see Transparency.Core.Detections.VehicleColour
    confidence smallint not null,                -- per mille
    state text,                                  -- null = not told
    direction smallint not null,                 -- 0 = not told
    photo_bytes int not null,                    -- 0 = no photograph
    candidates text not null,                    -- other readings with their share of the vote, "ABC123:71 A8C123:12"
    vehicle text not null                        -- make, model and type where a vendor camera told them
);
go
create index ix_detections_plate on detections (plate_id, id);
go
create index ix_detections_camera on detections (camera, id, plate_id, colour);
go
create table deliveries (
    seq integer not null primary key autoincrement,
    first_id bigint not null,                    -- new rows lie between these numbers; kept for a day, for readers that follow
    last_id bigint not null,
    at_ms bigint not null
);
go
create table photo_keys (
    day text not null primary key,               -- capture day
    wrapped blob not null,                       -- the day's AES-256 key, wrapped; useless without the key vault's share
    created_ms bigint not null
);
go
create table purge_runs (
    id text not null primary key,
    at_ms bigint not null,
    policy_version int not null,
    cutoff_ms bigint not null,
    detections bigint not null,
    photographs bigint not null,
    keys_destroyed text not null,
    first_id bigint not null,
    last_id bigint not null
);
go
create trigger purge_runs_no_update before update on purge_runs
begin
    select raise(abort, 'append-only: purge_runs');
end;
go
create trigger purge_runs_no_delete before delete on purge_runs
begin
    select raise(abort, 'append-only: purge_runs');
end;
go
create table purge_progress (
    id int not null primary key,                 -- always 1: what a purge in progress destroyed so far, for its log entry
    detections bigint not null,
    photographs bigint not null,
    first_id bigint not null,
    last_id bigint not null
);
go
create table daily_totals (
    day text not null,
    area_id text not null,                       -- '' = the whole city
    measure text not null,                       -- see Transparency.Core.Statistics.Measures
    value bigint not null,
    primary key (day, measure, area_id)
);
go
create table ingest_refusals (
    day text not null,
    camera int not null,
    reason text not null,                        -- see Transparency.Core.Detections.DeliveryRefusal
    value bigint not null,
    primary key (day, camera, reason)
);
