-- Suspended accounts are few among many.
create index network_account_standing on access.network_account (standing, name);
