create schema channel;

-- The class follows from the kind and is code.
create table channel.channel (
    id bigint generated always as identity primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null,
    kind text not null,
    area_path text collate "C" not null
);

-- The electronic channels that Omnihall itself is, and those it serves over its interface.
insert into channel.channel (code, name, kind, area_path) values
    ('portal', '无线城市登录页', 'PORTAL_PAGE', '/'),
    ('web-hall', '网上营业厅', 'WEB_HALL', '/'),
    ('sms-hall', '短信营业厅', 'SMS_HALL', '/'),
    ('hotline', '电话营业厅', 'HOTLINE', '/'),
    ('app', '掌上营业厅', 'APP', '/'),
    ('kiosk', '自助终端', 'KIOSK', '/'),
    ('internet', '合作网站', 'INTERNET', '/');
