-- What was made for a step of an order, so that the step is done once however often it is run (D2).
create table access.provision (
    step_key text primary key,
    kind text not null,
    made jsonb not null,
    at timestamptz not null
);
