-- How often and when customers may be sent messages. A purpose without a row, such as CODE, has no limit.
create table messaging.contact_limit (
    purpose text primary key check (purpose in ('SERVICE', 'MARKETING')),
    per_day integer not null check (per_day between 0 and 1000),
    per_month integer not null check (per_month between 0 and 10000),
    quiet_from time not null,
    quiet_until time not null
);

insert into messaging.contact_limit (purpose, per_day, per_month, quiet_from, quiet_until) values
    ('SERVICE', 20, 200, '00:00', '00:00'),
    ('MARKETING', 1, 4, '21:00', '08:30');

-- What was used of them, by day (2026-11-26) and month (2026-11) of the operator's calendar.
create table messaging.contact_taken (
    subscriber bigint not null,
    purpose text not null,
    period text not null,
    number integer not null,
    primary key (subscriber, purpose, period)
);

create index contact_taken_period on messaging.contact_taken (period);
