-- Ids and numbers of devices do not become smaller: trying it takes longer than writing them.
alter table access.place_news alter column body set storage external;
