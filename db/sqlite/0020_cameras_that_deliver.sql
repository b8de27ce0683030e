-- Cameras that deliver by themselves: keys of vendors' and contributors' cameras and of patrol cars, and where a car's detections were made.
create table camera_keys (
    id text not null primary key,
    camera int not null references cameras (number),
    hash text not null unique,                   -- SHA-256 of the key, lower-case hex; the key itself is shown once and not kept
    created_ms bigint not null,
    revoked_ms bigint
);
go
create table area_grounds (
    area_id text not null primary key references areas (id),
    outline text not null                        -- polygon on the ground, "latitude,longitude latitude,longitude ..." in degrees
);
go
create table detection_places (
    detection_id bigint not null primary key,
    latitude_e5 int not null,                    -- degrees times 100,000: about a metre
    longitude_e5 int not null,
    area_id text not null
);
