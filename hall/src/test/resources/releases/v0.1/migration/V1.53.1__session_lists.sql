-- Lists of sessions by controller and by SSID page along these.
create index open_session_controller on access.open_session (controller_id, started_at desc, id desc);
create index open_session_ssid on access.open_session (ssid, started_at desc, id desc);
create index closed_session_controller on access.closed_session (controller_id, closed_at desc, id desc);
create index closed_session_ssid on access.closed_session (ssid, closed_at desc, id desc);
