-- New contacts come at the right end of what is sorted upwards: its pages are filled before they are split, and the end is found at once. Sorted
-- downwards they came at the left end, whose pages stay half full. Lists read an index backwards as fast as forwards.
drop index interaction.contact_list;
drop index interaction.contact_channel;
drop index interaction.contact_kind;
drop index interaction.contact_company;
drop index interaction.contact_customer;
drop index interaction.contact_party;
create index contact_list on interaction.contact (at, id);
create index contact_channel on interaction.contact (channel_id, at, id);
create index contact_kind on interaction.contact (kind, at, id);
create index contact_company on interaction.contact (company_id, at, id) where company_id is not null;
create index contact_customer on interaction.contact (subscriber_id, at, id) include (channel_id, journey, direction)
    where subscriber_id is not null;
create index contact_party on interaction.contact ((coalesce(subscriber_id, company_id)::text), at, id)
    where coalesce(subscriber_id, company_id)::text is not null;
