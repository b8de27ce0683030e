-- Days with entries that joined the tree since the day's disclosures were last written.
create table log_days_due (
    day varchar(10) collate Latin1_General_BIN2 not null primary key
);
