-- The tables of Debian's freeradius-postgresql, in a schema of their own; their indexes come when they are full (indexes.sql).
drop schema if exists freeradius cascade;
create schema freeradius;

create table freeradius.radcheck (
    id serial, username text not null default '', attribute text not null default '',
    op varchar(2) not null default '==', value text not null default '');

create table freeradius.radreply (
    id serial, username text not null default '', attribute text not null default '',
    op varchar(2) not null default '=', value text not null default '');

create table freeradius.radgroupcheck (
    id serial, groupname text not null default '', attribute text not null default '',
    op varchar(2) not null default '==', value text not null default '');

create table freeradius.radgroupreply (
    id serial, groupname text not null default '', attribute text not null default '',
    op varchar(2) not null default '=', value text not null default '');

create table freeradius.radusergroup (
    id serial, username text not null default '', groupname text not null default '', priority integer not null default 0);

create table freeradius.radacct (
    radacctid bigserial, acctsessionid text not null, acctuniqueid text not null, username text, realm text,
    nasipaddress inet not null, nasportid text, nasporttype text,
    acctstarttime timestamptz, acctupdatetime timestamptz, acctstoptime timestamptz, acctinterval bigint, acctsessiontime bigint,
    acctauthentic text, connectinfo_start text, connectinfo_stop text, acctinputoctets bigint, acctoutputoctets bigint,
    calledstationid text, callingstationid text, acctterminatecause text, servicetype text, framedprotocol text,
    framedipaddress inet, framedipv6address inet, framedipv6prefix inet, framedinterfaceid text, delegatedipv6prefix inet,
    class text);

create table freeradius.radpostauth (
    id bigserial, username text not null, pass text, reply text, calledstationid text, callingstationid text,
    authdate timestamptz not null default now(), class text);

create table freeradius.nas (
    id serial, nasname text not null, shortname text not null, type text not null default 'other', ports integer,
    secret text not null, server text, community text, description text);

create table freeradius.nasreload (nasipaddress inet primary key, reloadtime timestamptz not null);
