-- The keys and indexes of Debian's freeradius-postgresql, and one more: a subscriber's open sessions, which a device limit counts.
alter table freeradius.radcheck add primary key (id);
alter table freeradius.radreply add primary key (id);
alter table freeradius.radgroupcheck add primary key (id);
alter table freeradius.radgroupreply add primary key (id);
alter table freeradius.radusergroup add primary key (id);
alter table freeradius.radacct add primary key (radacctid), add unique (acctuniqueid);
alter table freeradius.radpostauth add primary key (id);
alter table freeradius.nas add primary key (id);

create index radcheck_username on freeradius.radcheck (username, attribute);
create index radreply_username on freeradius.radreply (username, attribute);
create index radgroupcheck_groupname on freeradius.radgroupcheck (groupname, attribute);
create index radgroupreply_groupname on freeradius.radgroupreply (groupname, attribute);
create index radusergroup_username on freeradius.radusergroup (username);
create index radacct_active_session on freeradius.radacct (acctuniqueid) where acctstoptime is null;
create index radacct_bulk_close on freeradius.radacct (nasipaddress, acctstarttime) where acctstoptime is null;
create index radacct_start_user on freeradius.radacct (acctstarttime, username);
create index radacct_class on freeradius.radacct (class);
create index radpostauth_username on freeradius.radpostauth (username);
create index radpostauth_class on freeradius.radpostauth (class);
create index nas_nasname on freeradius.nas (nasname);

create index radacct_open_user on freeradius.radacct (username) where acctstoptime is null;
