-- Who was given a password by somebody else chooses one of his own at the first sign-in.
alter table party.user_login add column must_change boolean not null default false;
