-- The interfaces filter individuals by their names, each by itself.
create index individual_family_name on party.individual (family_name, id) where merged_into is null;
create index individual_given_name on party.individual (given_name, id) where merged_into is null;
