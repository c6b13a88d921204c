-- What came of each controller with and without a Message-Authenticator (CVE-2024-3596), written by every node within seconds.
create table access.controller_proof (
    controller_id bigint primary key references access.controller (id) on delete cascade,
    proved_at timestamptz,
    unproved_at timestamptz,
    unproved bigint not null
);
