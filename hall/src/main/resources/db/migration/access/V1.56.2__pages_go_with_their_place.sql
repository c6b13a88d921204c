-- What an owner made of his page goes with the SSID at the Venue, however that is removed.
delete from access.venue_page p where not exists (select from access.ssid_at_venue s where s.id = p.place_id);
delete from access.venue_page_shown p where not exists (select from access.ssid_at_venue s where s.id = p.place_id);
delete from access.page_logo p where not exists (select from access.ssid_at_venue s where s.id = p.place_id);
alter table access.venue_page add constraint venue_page_place foreign key (place_id) references access.ssid_at_venue (id) on delete cascade;
alter table access.venue_page_shown add constraint venue_page_shown_place_is_there
    foreign key (place_id) references access.ssid_at_venue (id) on delete cascade;
alter table access.page_logo add constraint page_logo_place foreign key (place_id) references access.ssid_at_venue (id) on delete cascade;
