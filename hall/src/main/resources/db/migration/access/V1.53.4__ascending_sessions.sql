-- As in the contact log: new sessions come at the right end of what is sorted upwards (V1.35.7).
drop index access.open_session_list;
drop index access.open_session_area;
drop index access.open_session_user;
drop index access.open_session_venue;
drop index access.open_session_controller;
drop index access.open_session_ssid;
create index open_session_list on access.open_session (started_at, id);
create index open_session_area on access.open_session (area_path text_pattern_ops, started_at, id);
create index open_session_user on access.open_session (user_name text_pattern_ops, started_at);
create index open_session_venue on access.open_session (venue_id, started_at, id);
create index open_session_controller on access.open_session (controller_id, started_at, id);
create index open_session_ssid on access.open_session (ssid, started_at, id);

drop index access.closed_session_mac;
drop index access.closed_session_list;
drop index access.closed_session_area;
drop index access.closed_session_user;
drop index access.closed_session_subscriber;
drop index access.closed_session_venue;
drop index access.closed_session_controller;
drop index access.closed_session_ssid;
create index closed_session_mac on access.closed_session (mac, started_at);
create index closed_session_list on access.closed_session (closed_at, id);
create index closed_session_area on access.closed_session (area_path text_pattern_ops, closed_at, id);
create index closed_session_user on access.closed_session (user_name text_pattern_ops, closed_at);
create index closed_session_subscriber on access.closed_session (subscriber_id, closed_at) where subscriber_id is not null;
create index closed_session_venue on access.closed_session (venue_id, closed_at, id);
create index closed_session_controller on access.closed_session (controller_id, closed_at, id);
create index closed_session_ssid on access.closed_session (ssid, closed_at, id);

-- A session is changed in its page while there is room; where there is none, each interim is a new entry in all twelve indexes.
alter table access.open_session set (fillfactor = 50);
