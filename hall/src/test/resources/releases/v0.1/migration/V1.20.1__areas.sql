create schema party;

-- Areas of any depth. The path is made of the codes from the root: '/', '/zj/', '/zj/hz/'.
create table party.area (
    id bigint generated always as identity primary key,
    path text collate "C" not null unique check (path ~ '^/([a-z0-9-]{1,20}/){0,6}$'),
    name text not null
);

insert into party.area (path, name) values ('/', '全网');
