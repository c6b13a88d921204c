-- Lists show the newest entry first and name it by its id, so that no number travels in a page's address.
alter table party.ported_number add column id bigint generated always as identity unique;
alter table party.listed_number add column id bigint generated always as identity unique;
create index ported_number_operator on party.ported_number (operator, id desc);
create index listed_number_newest on party.listed_number (list, id desc);
