-- The device limit under which an admission was made, to be held against what really starts (rule 15). Zero devices means no limit.
alter table access.reservation add column devices integer not null default 0;
alter table access.reservation add column policy text not null default 'REJECT';
