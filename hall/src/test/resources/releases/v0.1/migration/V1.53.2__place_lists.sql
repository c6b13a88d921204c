-- Lists of Venues and APs page by name, octet by octet, so that the same index answers for a name's beginning.
create index venue_list on access.venue ((name collate "C"), id);
create index access_point_list on access.access_point ((name collate "C"), id);
