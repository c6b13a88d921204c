-- Tables that fill and empty: what vacuum gave back to the system would be asked for again at once, the room is locked against everybody meanwhile,
-- and statements that are planned when a table has shrunk would scan it when it is full.
alter table access.open_session set (vacuum_truncate = off);
alter table access.accounting_inbox set (vacuum_truncate = off, toast.vacuum_truncate = off);
alter table access.untold set (vacuum_truncate = off);
