-- Words of the internal record can be destroyed by order of a court or statute, and in no other way changed: each of these columns may
-- become '[destroyed]'; what the tree commits to stays.
drop trigger log_entries_append_only;
go
create trigger log_entries_append_only on log_entries for update, delete as
begin
    if @@rowcount = 0 return;
    if exists (
        select 1 from deleted o left join inserted n on n.id = o.id
        where n.id is null or n.act <> o.act or n.day <> o.day or n.at_ms <> o.at_ms or n.entry <> o.entry or n.leaf <> o.leaf
            or (n.user_id <> o.user_id and n.user_id <> '[destroyed]')
            or (n.user_name <> o.user_name and n.user_name <> '[destroyed]')
            or (n.organisation <> o.organisation and n.organisation <> '[destroyed]')
            or (n.purpose <> o.purpose and n.purpose <> '[destroyed]')
            or (n.elements <> o.elements and n.elements <> '[destroyed]')
            or (n.outcome <> o.outcome and n.outcome <> '[destroyed]')
            or (n.address <> o.address and n.address <> '[destroyed]'))
    begin
        raiserror('append-only: log_entries', 16, 1);
        rollback transaction;
    end;
end;
go
-- Days whose sensitive entries are opened later, and the day on which their file is written again.
create table log_days_delayed (
    day varchar(10) collate Latin1_General_BIN2 not null primary key,
    until_day varchar(10) collate Latin1_General_BIN2 not null
);
go
-- What the disclosure files open and pages are browsed by; written with the file of the day, nothing more than it says.
create table log_opened (
    idx bigint not null primary key,
    day varchar(10) collate Latin1_General_BIN2 not null,
    agency varchar(64) collate Latin1_General_BIN2 not null,
    purpose varchar(64) collate Latin1_General_BIN2 not null
);
go
create index ix_log_opened_purpose on log_opened (purpose, idx);
go
create index ix_log_opened_agency on log_opened (agency, idx);
