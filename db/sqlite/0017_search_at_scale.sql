-- Searching by look-alikes and vehicle, and results kept by the page.
create table vehicles (
    vehicle_id integer not null primary key,
    make text not null,
    model text not null,
    type smallint not null                       -- 0 = not told, see Transparency.Core.Detections.VehicleType
);
go
create unique index ix_vehicles_once on vehicles (make, model, type);
go
alter table detections add vehicle_id int not null default 0; -- 0 = nothing told of the vehicle
go
insert into vehicles (make, model, type) select distinct substring(vehicle, 1, 40), '', 0 from detections where vehicle <> '';
go
update detections set vehicle_id = (select v.vehicle_id from vehicles v where v.make = substring(detections.vehicle, 1, 40)) where vehicle <> '';
go
alter table detections drop column vehicle;
go
drop index ix_detections_camera;
go
create index ix_detections_camera on detections (camera, id, plate_id, colour, state, vehicle_id);
go
alter table searches add look_alikes int not null default 0;
go
alter table searches add one_off int not null default 0;
go
alter table searches add state text not null default '';
go
alter table searches add colour smallint not null default 0;
go
alter table searches add make text not null default '';
go
alter table searches add model text not null default '';
go
alter table searches add type smallint not null default 0;
go
drop table search_results;
go
create table search_pages (
    search_id text not null,
    page int not null,                           -- 0, 1, 2 ...
    newest_id bigint not null,
    oldest_id bigint not null,
    ids blob not null,                           -- detection ids, newest first, 8 bytes each, most significant first
    primary key (search_id, page)
);
go
create index ix_search_pages_oldest on search_pages (oldest_id);
