-- The log is looked through by state and by gateway, the newest first.
create index message_state on messaging.message (state, created_at desc, id desc);
create index message_gateway on messaging.message (gateway, created_at desc, id desc);

-- The purge takes receipts by their age, joined or not.
drop index messaging.receipt_at;
create index receipt_at on messaging.receipt (at);
