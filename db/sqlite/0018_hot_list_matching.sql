-- Hot lists are matched in memory. Every change of lists or entries, by whatever code, moves the revision that tells processes to load again.
create table hot_list_revision (
    id int not null primary key,                 -- always 1
    revision bigint not null
);
go
insert into hot_list_revision (id, revision) values (1, 1);
go
create trigger hot_lists_inserted after insert on hot_lists
begin
    update hot_list_revision set revision = revision + 1 where id = 1;
end;
go
create trigger hot_lists_updated after update on hot_lists
begin
    update hot_list_revision set revision = revision + 1 where id = 1;
end;
go
create trigger hot_lists_deleted after delete on hot_lists
begin
    update hot_list_revision set revision = revision + 1 where id = 1;
end;
go
create trigger hot_list_entries_inserted after insert on hot_list_entries
begin
    update hot_list_revision set revision = revision + 1 where id = 1;
end;
go
create trigger hot_list_entries_updated after update on hot_list_entries
begin
    update hot_list_revision set revision = revision + 1 where id = 1;
end;
go
create trigger hot_list_entries_deleted after delete on hot_list_entries
begin
    update hot_list_revision set revision = revision + 1 where id = 1;
end;
go
alter table alerts add likeness text not null default 'exact'; -- exact, look-alike: see Transparency.Core.HotLists.HotListLikeness
