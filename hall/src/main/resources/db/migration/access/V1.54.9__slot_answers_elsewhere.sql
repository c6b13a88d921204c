-- What a slot showed is written down by decision, by the attempt's id.
alter table access.attempt drop column slot_item, drop column slot_candidates, drop column slot_probability, drop column slot_reason;
