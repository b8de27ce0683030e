-- What opens an entry's fields (name, salt, value of each), one row an entry instead of one a field: the rows of the fields were most
-- of what an append cost. Destroying a field's salt rewrites the row without it. Not append-only for that reason.
drop table log_fields;
go
create table log_openings (
    entry_id text not null primary key,
    bytes blob not null                          -- see Transparency.Core.AuditTrail.StoredOpenings
);
