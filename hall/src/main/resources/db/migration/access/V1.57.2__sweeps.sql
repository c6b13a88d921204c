-- One request for many sessions at once: to end them, or to change their terms. It outlives the node that began it.
create table access.sweep (
    id uuid primary key,
    kind text not null,
    area_path text collate "C" not null,
    told text not null,
    actor text not null,
    state text not null,
    sessions bigint not null,
    begun_at timestamptz not null,
    over_at timestamptz,
    stopped_by text
);
create index sweep_begun on access.sweep (begun_at desc, id desc);
create index sweep_running on access.sweep (id) where state = 'RUNNING';

-- The sessions of a sweep. One that a node has taken and not settled is taken again after taken_until.
create table access.sweep_session (
    sweep_id uuid not null references access.sweep (id),
    session_id uuid not null,
    controller_id bigint not null,
    state text not null default 'WAITING',
    request uuid,
    taken_until timestamptz,
    primary key (sweep_id, session_id)
);
create index sweep_session_due on access.sweep_session (controller_id) where state in ('WAITING', 'TAKEN');
create index sweep_session_open on access.sweep_session (sweep_id) where state in ('WAITING', 'TAKEN');

-- When the next requests of sweeps may go to a controller, from whatever node.
create table access.sweep_turn (
    controller_id bigint primary key,
    next_at timestamptz not null
);
