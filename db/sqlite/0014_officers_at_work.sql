-- What officers leave half done, and which alerts they watch for.
create table search_drafts (
    user_id text not null primary key references users (id),
    body text not null,                          -- JSON of the form as it stands
    saved_ms bigint not null
);
go
create table alert_watches (
    user_id text not null primary key references users (id),
    areas text not null,                         -- area ids, comma separated; '' = all
    least_priority int not null,                 -- 1 = only the gravest, see Transparency.Core.Alerts.AlertPriority
    from_minute int not null,                    -- minutes of the city's day; equal = the whole day
    to_minute int not null,
    sound int not null
);
