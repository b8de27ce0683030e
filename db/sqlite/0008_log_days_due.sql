-- Days with entries that joined the tree since the day's disclosures were last written.
create table log_days_due (
    day text not null primary key
);
