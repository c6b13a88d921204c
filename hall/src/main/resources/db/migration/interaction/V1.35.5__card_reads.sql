-- A customer's preference is read from the index alone: which channel, which journey, who began it. Three hundred contacts of one customer lie
-- on as many pages of the log.
create index contact_customer on interaction.contact (subscriber_id, at desc, id desc) include (channel_id, journey, direction)
    where subscriber_id is not null;
drop index interaction.contact_subscriber;

-- A customer's interactions, the newest first, as they are listed. "is not null" follows from an equality, so that the planner may take it.
drop index interaction.contact_party;
create index contact_party on interaction.contact ((coalesce(subscriber_id, company_id)::text), at desc, id desc)
    where coalesce(subscriber_id, company_id)::text is not null;
