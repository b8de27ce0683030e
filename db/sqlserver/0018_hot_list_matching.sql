-- Hot lists are matched in memory. Every change of lists or entries, by whatever code, moves the revision that tells processes to load again.
create table hot_list_revision (
    id int not null primary key,                 -- always 1
    revision bigint not null
);
go
insert into hot_list_revision (id, revision) values (1, 1);
go
create trigger hot_lists_changed
    on hot_lists after insert, update, delete as
begin
    update hot_list_revision set revision = revision + 1 where id = 1;
end;
go
create trigger hot_list_entries_changed
    on hot_list_entries after insert, update, delete as
begin
    update hot_list_revision set revision = revision + 1 where id = 1;
end;
go
alter table alerts add likeness varchar(20) collate Latin1_General_BIN2 not null default 'exact'; -- exact, look-alike: see Transparency.Core.HotLists.HotListLikeness
