-- What was read. detections is the one big table; see docs/decisions/0004-detections.md.
create table plates (
    plate_id bigint identity(1, 1) not null primary key,
    text varchar(16) collate Latin1_General_BIN2 not null unique,
    skeleton varchar(16) collate Latin1_General_BIN2 not null -- look-alike characters folded
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
    state varchar(2) collate Latin1_General_BIN2, -- null = not told
    direction smallint not null,                 -- 0 = not told
    photo_bytes int not null,                    -- 0 = no photograph
    candidates varchar(200) collate Latin1_General_BIN2 not null, -- other readings with their share of the vote, "ABC123:71 A8C123:12"
    vehicle nvarchar(100) not null -- make, model and type where a vendor camera told them
);
go
create index ix_detections_plate on detections (plate_id, id);
go
create index ix_detections_camera on detections (camera, id, plate_id, colour);
go
create table deliveries (
    seq bigint identity(1, 1) not null primary key,
    first_id bigint not null,                    -- new rows lie between these numbers; kept for a day, for readers that follow
    last_id bigint not null,
    at_ms bigint not null
);
go
create table photo_keys (
    day varchar(10) collate Latin1_General_BIN2 not null primary key, -- capture day
    wrapped varbinary(max) not null,             -- the day's AES-256 key, wrapped; useless without the key vault's share
    created_ms bigint not null
);
go
create table purge_runs (
    id varchar(36) collate Latin1_General_BIN2 not null primary key,
    at_ms bigint not null,
    policy_version int not null,
    cutoff_ms bigint not null,
    detections bigint not null,
    photographs bigint not null,
    keys_destroyed varchar(8000) collate Latin1_General_BIN2 not null,
    first_id bigint not null,
    last_id bigint not null
);
go
create trigger purge_runs_append_only on purge_runs for update, delete as
begin
    if @@rowcount = 0 return;
    raiserror('append-only: purge_runs', 16, 1);
    rollback transaction;
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
    day varchar(10) collate Latin1_General_BIN2 not null,
    area_id varchar(36) collate Latin1_General_BIN2 not null, -- '' = the whole city
    measure varchar(40) collate Latin1_General_BIN2 not null, -- see Transparency.Core.Statistics.Measures
    value bigint not null,
    primary key (day, measure, area_id)
);
go
create table ingest_refusals (
    day varchar(10) collate Latin1_General_BIN2 not null,
    camera int not null,
    reason varchar(40) collate Latin1_General_BIN2 not null, -- see Transparency.Core.Detections.DeliveryRefusal
    value bigint not null,
    primary key (day, camera, reason)
);
