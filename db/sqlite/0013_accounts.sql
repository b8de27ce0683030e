-- Accounts beyond name and password: second factors, passkeys, invitations, open sessions, supervisors and last days.
create table account_details (
    user_id text not null primary key references users (id),
    supervisor_id text references users (id),
    last_day text                                -- the account is disabled when this day is over
);
go
create table second_factors (
    user_id text not null primary key references users (id),
    secret blob not null,                        -- sealed with the master key, see Transparency.Core.Identity.SecondFactors.SealedSecret
    last_step bigint not null,                   -- the newest time step whose code was used: no code counts twice
    confirmed_ms bigint                          -- null until the first code was shown to fit
);
go
create table recovery_codes (
    user_id text not null references users (id),
    code_hash text not null,
    used_ms bigint,
    primary key (user_id, code_hash)
);
go
create table passkeys (
    id text not null primary key,                -- the credential's id, base64url
    user_id text not null references users (id),
    name text not null,
    public_key blob not null,                    -- COSE, as the authenticator gave it
    sign_count bigint not null,
    flags int not null,                          -- 1 user verified, 2 may be backed up, 4 is backed up
    transports text not null,
    attestation blob not null,
    client_data blob not null,
    created_ms bigint not null,
    used_ms bigint
);
go
create index ix_passkeys_user on passkeys (user_id);
go
create table invitations (
    token_hash text not null primary key,        -- SHA-256: who reads the table cannot use the link
    user_id text not null references users (id),
    invited_by text not null,
    created_ms bigint not null,
    expires_ms bigint not null,
    used_ms bigint
);
go
create index ix_invitations_user on invitations (user_id);
go
create table staff_sessions (
    id text not null primary key,
    user_id text not null references users (id),
    method text not null,                        -- password, code, recovery-code, passkey
    address text not null,
    device text not null,
    started_ms bigint not null,
    seen_ms bigint not null,
    ended_ms bigint,
    ended_reason text                            -- user, idle, elsewhere, administrator
);
go
create index ix_staff_sessions_user on staff_sessions (user_id, started_ms);
go
create index ix_staff_sessions_open on staff_sessions (seen_ms) where ended_ms is null;
