-- Words of the internal record can be destroyed by order of a court or statute, and in no other way changed: each of these columns may
-- become '[destroyed]'; what the tree commits to stays.
drop trigger log_entries_no_update;
go
create trigger log_entries_no_update before update on log_entries
when new.id <> old.id or new.act <> old.act or new.day <> old.day or new.at_ms <> old.at_ms or new.entry <> old.entry or new.leaf <> old.leaf
    or (new.user_id <> old.user_id and new.user_id <> '[destroyed]')
    or (new.user_name <> old.user_name and new.user_name <> '[destroyed]')
    or (new.organisation <> old.organisation and new.organisation <> '[destroyed]')
    or (new.purpose <> old.purpose and new.purpose <> '[destroyed]')
    or (new.elements <> old.elements and new.elements <> '[destroyed]')
    or (new.outcome <> old.outcome and new.outcome <> '[destroyed]')
    or (new.address <> old.address and new.address <> '[destroyed]')
begin
    select raise(abort, 'append-only: log_entries');
end;
go
-- Days whose sensitive entries are opened later, and the day on which their file is written again.
create table log_days_delayed (
    day text not null primary key,
    until_day text not null
);
go
-- What the disclosure files open and pages are browsed by; written with the file of the day, nothing more than it says.
create table log_opened (
    idx bigint not null primary key,
    day text not null,
    agency text not null,
    purpose text not null
);
go
create index ix_log_opened_purpose on log_opened (purpose, idx);
go
create index ix_log_opened_agency on log_opened (agency, idx);
